package dev.hookwarden.local.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** What is done when the page, or anybody on this machine, posts to its name. */
@FunctionalInterface
public interface Action {
    /**
     * Does it, and says what happened.
     *
     * @param input what was posted, a missing node if that was no JSON
     * @throws ActionRefusedException if it can't be done
     */
    JsonNode perform(JsonNode input) throws IOException, InterruptedException;
}
