package dev.hookwarden.secrets;

import java.time.Duration;
import java.time.Instant;

/** Lets something happen at most once per interval. Not for use by two threads at once. */
final class RefreshLimit {
    private final Duration interval;
    private Instant nextAt = Instant.MIN;

    RefreshLimit(Duration interval) {
        this.interval = interval;
    }

    /** Whether it may happen now; if so it counts as having happened. */
    boolean tryAcquire(Instant now) {
        if (now.isBefore(nextAt)) {
            return false;
        }
        nextAt = now.plus(interval);
        return true;
    }
}
