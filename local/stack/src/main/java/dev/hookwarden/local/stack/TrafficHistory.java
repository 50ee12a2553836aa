package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogLine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.TreeMap;

/** How many attempts came in the last 15 minutes, and how long they took, in spans of 10 seconds. */
final class TrafficHistory implements EventLog {
    private static final Duration SPAN = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final InstantSource clock;
    private final TreeMap<Long, TrafficSpan> spans = new TreeMap<>();

    TrafficHistory(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void write(LogLine line) {
        switch (line.event()) {
            case DELIVERY_ACCEPTED -> current().accepted(number(line, "durationMs"));
            case SIGNATURE_REFUSED, REQUEST_REFUSED -> current().refused();
            case INGEST_FAILED -> current().failed();
            case DELIVERY_PROCESSED -> current().processed(number(line, "latencyMs"));
            default -> {
                // The other events are no attempt's arrival and no delivery's end.
            }
        }
    }

    /** The spans that saw anything, the oldest first, and all of them together. */
    synchronized ObjectNode json() {
        forgetOld();
        ObjectNode json = LocalJson.object()
                .put("spanSeconds", SPAN.toSeconds())
                .put("spans", KEPT.dividedBy(SPAN))
                .put("now", number() * SPAN.toSeconds());
        ArrayNode seen = json.putArray("seen");
        TrafficSpan all = new TrafficSpan();
        spans.forEach((number, span) -> {
            seen.add(span.json().put("at", number * SPAN.toSeconds()));
            all.add(span);
        });
        json.set("all", all.json());
        return json;
    }

    private TrafficSpan current() {
        forgetOld();
        return spans.computeIfAbsent(number(), any -> new TrafficSpan());
    }

    private void forgetOld() {
        spans.headMap(number() - KEPT.dividedBy(SPAN), true).clear();
    }

    private long number() {
        return clock.millis() / SPAN.toMillis();
    }

    private static long number(LogLine line, String field) {
        return line.fields().get(field) instanceof Long value ? value : 0;
    }
}
