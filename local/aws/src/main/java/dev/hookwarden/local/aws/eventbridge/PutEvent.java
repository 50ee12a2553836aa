package dev.hookwarden.local.aws.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;

/** One event that a bus accepted. */
public record PutEvent(String id, String bus, String source, String detailType, JsonNode detail, Instant time) {

    /** The event that {@link #json} describes. */
    static PutEvent of(JsonNode json) {
        return new PutEvent(
                json.path("id").asText(),
                json.path("bus").asText(),
                json.path("source").asText(),
                json.path("detailType").asText(),
                json.path("detail"),
                Instant.parse(json.path("time").asText()));
    }

    JsonNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("bus", bus)
                .put("source", source)
                .put("detailType", detailType)
                .put("time", time.toString())
                .set("detail", detail);
    }

    /** Leaves the detail out: it may hold personal data. */
    @Override
    public String toString() {
        return "PutEvent[" + id + " on " + bus + ": " + detailType + "]";
    }
}
