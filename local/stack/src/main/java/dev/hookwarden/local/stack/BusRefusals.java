package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.local.aws.eventbridge.PutEvent;
import dev.hookwarden.local.aws.eventbridge.StrictEventBridge;
import java.io.IOException;

/** Has the bus refuse a delivery for as long as SQS gives it, so that it ends as a dead letter; once sent again, it goes through. */
record BusRefusals(StrictEventBridge bus) {

    void refuse(byte[] payload) throws IOException {
        JsonNode refused = LocalJson.MAPPER.readTree(payload);
        for (int receive = 0; receive < LocalAws.MAX_RECEIVE_COUNT; receive++) {
            bus.failNext(event -> isAbout(event, refused), "InternalFailure");
        }
    }

    private static boolean isAbout(PutEvent event, JsonNode payload) {
        return event.detail().path("payload").equals(payload);
    }
}
