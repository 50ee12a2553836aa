package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What came within one span of time. Not safe for threads. */
final class TrafficSpan {
    private final Durations answered = new Durations();
    private final Durations processed = new Durations();
    private long accepted;
    private long refused;
    private long failed;

    void accepted(long answerMs) {
        accepted++;
        answered.add(answerMs);
    }

    void refused() {
        refused++;
    }

    void failed() {
        failed++;
    }

    void processed(long latencyMs) {
        processed.add(latencyMs);
    }

    /** Adds all that another span saw. */
    void add(TrafficSpan other) {
        accepted += other.accepted;
        refused += other.refused;
        failed += other.failed;
        answered.add(other.answered);
        processed.add(other.processed);
    }

    /** Counts, and percentiles in milliseconds where there is anything to take them of. */
    ObjectNode json() {
        ObjectNode json = LocalJson.object()
                .put("accepted", accepted)
                .put("refused", refused)
                .put("failed", failed);
        json.set("answered", answered.json());
        json.set("processed", processed.json());
        return json;
    }
}
