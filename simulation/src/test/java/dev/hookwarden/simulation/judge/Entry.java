package dev.hookwarden.simulation.judge;

import dev.hookwarden.simulation.provider.Sent;
import java.util.HashSet;
import java.util.Set;

/** What became of one delivery. */
final class Entry {
    final Sent sent;
    final Set<String> eventIds = new HashSet<>(2);
    final Set<String> attemptIds = new HashSet<>(2);
    int published;
    boolean accepted;
    boolean gaveUp;
    int refusals;
    int lastStatus;

    Entry(Sent sent) {
        this.sent = sent;
    }
}
