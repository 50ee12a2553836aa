package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.eventbridge.PutEvent;
import dev.hookwarden.local.aws.eventbridge.StrictEventBridge;

/** What the bus has taken, without payloads. */
record PublishedEvents(StrictEventBridge bus) {

    /** One object for each event, the oldest first: its source and type, and the metadata of what was delivered. */
    ArrayNode entries() {
        ArrayNode entries = LocalJson.array();
        for (PutEvent event : bus.events()) {
            ObjectNode entry = entries.addObject()
                    .put("source", event.source())
                    .put("detailType", event.detailType())
                    .put("at", event.time().toString());
            entry.set("metadata", event.detail().path("metadata").deepCopy());
        }
        return entries;
    }
}
