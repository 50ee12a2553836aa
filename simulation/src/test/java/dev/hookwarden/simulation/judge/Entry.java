package dev.hookwarden.simulation.judge;

import dev.hookwarden.simulation.provider.Sent;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of one delivery. */
final class Entry {
    final Sent sent;
    final Set<String> eventIds = new HashSet<>(2);
    final Set<String> attemptIds = new HashSet<>(2);
    final Map<Integer, Long> answers = new TreeMap<>();
    int published;
    boolean accepted;
    boolean gaveUp;
    boolean refusedWithoutExcuse;
    int lastStatus;

    Entry(Sent sent) {
        this.sent = sent;
    }
}
