package dev.hookwarden.local.providers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many there were in the span that ends now, and the most there ever were in one. Two that lie a whole span apart are not in one. */
final class RollingCount {
    private final Duration span;
    private final Deque<Instant> times = new ArrayDeque<>();
    private int largest;

    RollingCount(Duration span) {
        this.span = span;
    }

    void add(Instant now) {
        times.addLast(now);
        largest = Math.max(largest, at(now));
    }

    int at(Instant now) {
        Instant over = now.minus(span);
        while (!times.isEmpty() && !times.getFirst().isAfter(over)) {
            times.removeFirst();
        }
        return times.size();
    }

    int largest() {
        return largest;
    }

    /** How long until there is one less; zero when there are none. */
    Duration untilOneLess(Instant now) {
        return at(now) == 0
                ? Duration.ZERO
                : Duration.between(now, times.getFirst().plus(span));
    }
}
