package dev.hookwarden.cli.crash;

import java.util.List;
import java.util.Set;

/**
 * What the stack has to show in the end.
 *
 * @param events all events of deliveries on the bus, repeats included
 * @param remembered the ids that the table knows
 * @param deadLetters the SHA-256 of every payload in the dead-letter queue
 */
record Witness(List<Event> events, Set<String> remembered, Set<String> deadLetters) {

    /** An event's id, by which a consumer drops repeats, and the SHA-256 of the payload that it is about. */
    record Event(String id, String sha256) {}
}
