package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** How often each number of milliseconds was seen. Not safe for threads. */
final class Durations {
    private final TreeMap<Long, Long> counts = new TreeMap<>();
    private long total;

    void add(long milliseconds) {
        add(milliseconds, 1);
    }

    void add(Durations other) {
        other.counts.forEach(this::add);
    }

    private void add(long milliseconds, long count) {
        counts.merge(milliseconds, count, Long::sum);
        total += count;
    }

    /** The percentiles that people ask for, by nearest rank; empty when nothing was seen. */
    ObjectNode json() {
        ObjectNode json = LocalJson.object();
        return total == 0
                ? json
                : json.put("p50", percentile(50)).put("p95", percentile(95)).put("p99", percentile(99));
    }

    private long percentile(int percent) {
        long rank = Math.ceilDiv(total * percent, 100);
        long seen = 0;
        for (Map.Entry<Long, Long> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return entry.getKey();
            }
        }
        return counts.lastKey();
    }
}
