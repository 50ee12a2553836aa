package dev.hookwarden.local.console;

import com.fasterxml.jackson.databind.JsonNode;

/** More about one entry of a state, for whoever opens it. */
@FunctionalInterface
public interface Details {
    /**
     * What is known of it.
     *
     * @throws ActionRefusedException if there is no such entry, or nothing is kept of it
     */
    JsonNode of(String id);
}
