package dev.hookwarden.simulation.sqs;

import java.util.Map;

/**
 * A message as a receiver gets it.
 *
 * @param receipt deletes just what was received
 */
public record Received(String id, String receipt, String body, Map<String, String> attributes, int receiveCount) {
    /** Without body and attributes. */
    @Override
    public String toString() {
        return "Received[" + id + ", " + receiveCount + "]";
    }
}
