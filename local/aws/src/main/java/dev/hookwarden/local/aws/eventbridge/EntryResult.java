package dev.hookwarden.local.aws.eventbridge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What became of one entry. */
sealed interface EntryResult {

    record Accepted(PutEvent event) implements EntryResult {}

    record Failed(String code, String message) implements EntryResult {}

    default ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return switch (this) {
            case Accepted accepted -> json.put("EventId", accepted.event().id());
            case Failed failed -> json.put("ErrorCode", failed.code()).put("ErrorMessage", failed.message());
        };
    }

    static Failed missing(String member) {
        return new Failed(
                "InvalidArgument",
                "Parameter " + member + " is not valid. Reason: " + member + " is a required argument.");
    }
}
