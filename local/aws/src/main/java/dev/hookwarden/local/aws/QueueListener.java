package dev.hookwarden.local.aws;

import com.fasterxml.jackson.databind.JsonNode;

/** Hears of the calls to queues that have succeeded. */
@FunctionalInterface
public interface QueueListener {
    /** The call's action, for example {@code CreateQueue}, and its input. */
    void called(String action, JsonNode input);
}
