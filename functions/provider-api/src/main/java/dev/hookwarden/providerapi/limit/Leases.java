package dev.hookwarden.providerapi.limit;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The permits that all copies have leased and that may still count at the provider.
 *
 * @param permitsByEnd how many, by the epoch second from which they count no more
 */
record Leases(NavigableMap<Long, Integer> permitsByEnd) {
    static final Leases NONE = new Leases(new TreeMap<>());

    Leases {
        permitsByEnd = Collections.unmodifiableNavigableMap(new TreeMap<>(permitsByEnd));
    }

    /**
     * Reads what {@link #text} says.
     *
     * @throws IllegalArgumentException if it says something else
     */
    static Leases parse(String text) {
        NavigableMap<Long, Integer> permits = new TreeMap<>();
        for (String lease : text.split(" ", -1)) {
            String[] parts = lease.split(":", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("Leases are written second:permits, with blanks between them");
            }
            permits.put(Long.valueOf(parts[0]), Integer.valueOf(parts[1]));
        }
        return new Leases(permits);
    }

    /** As the table keeps them: {@code 1763806530:5 1763806532:12}. */
    String text() {
        return permitsByEnd.entrySet().stream()
                .map(lease -> lease.getKey() + ":" + lease.getValue())
                .collect(joining(" "));
    }

    boolean isEmpty() {
        return permitsByEnd.isEmpty();
    }

    /** Those that count at this moment. */
    Leases countingAt(Instant now) {
        return new Leases(permitsByEnd.tailMap(now.getEpochSecond(), false));
    }

    Leases with(Lease lease) {
        NavigableMap<Long, Integer> permits = new TreeMap<>(permitsByEnd);
        permits.merge(lease.end().getEpochSecond(), lease.permits(), Integer::sum);
        return new Leases(permits);
    }

    int permits() {
        return permitsByEnd.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** When the first of them stop counting; there must be one. */
    Instant firstEnd() {
        return Instant.ofEpochSecond(permitsByEnd.firstKey());
    }

    /** When the last of them stop counting; there must be one. */
    Instant lastEnd() {
        return Instant.ofEpochSecond(permitsByEnd.lastKey());
    }
}
