package dev.hookwarden.local.aws;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How often each action of each API was called, refused calls included. */
public final class CallCounts {
    private final Map<Call, Long> counts = new ConcurrentHashMap<>();

    private record Call(AwsApi api, String action) {}

    long next(AwsApi api, String action) {
        return counts.merge(new Call(api, action), 1L, Long::sum);
    }

    public long of(AwsApi api, String action) {
        return counts.getOrDefault(new Call(api, action), 0L);
    }

    /** All of them so far, each by its API and its action, as {@code SQS SendMessage}. */
    public SortedMap<String, Long> all() {
        SortedMap<String, Long> all = new TreeMap<>();
        counts.forEach((call, count) -> all.put(call.api() + " " + call.action(), count));
        return all;
    }

    /** All calls of one API. */
    public long of(AwsApi api) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().api() == api)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
