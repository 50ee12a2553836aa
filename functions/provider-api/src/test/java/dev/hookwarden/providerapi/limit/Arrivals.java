package dev.hookwarden.providerapi.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The provider, as far as it counts: when each call has come. It knows nothing of who calls. */
final class Arrivals {
    private final List<Instant> times = new ArrayList<>();

    synchronized void add(Instant time) {
        times.add(time);
    }

    synchronized int count() {
        return times.size();
    }

    /** The most calls in any span of this length, both its ends included. */
    synchronized int mostWithin(Duration window) {
        List<Instant> sorted = times.stream().sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (sorted.get(first).plus(window).isBefore(sorted.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
