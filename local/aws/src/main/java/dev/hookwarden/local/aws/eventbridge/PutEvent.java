package dev.hookwarden.local.aws.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** One event that a bus accepted. */
public record PutEvent(String id, String bus, String source, String detailType, JsonNode detail, Instant time) {

    /** Leaves the detail out: it may hold personal data. */
    @Override
    public String toString() {
        return "PutEvent[" + id + " on " + bus + ": " + detailType + "]";
    }
}
