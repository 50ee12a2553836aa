package dev.hookwarden.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Real time, and as much later as it was moved on. */
final class MovableClock implements InstantSource {
    private final InstantSource real;
    private volatile Duration ahead = Duration.ZERO;

    MovableClock(InstantSource real) {
        this.real = real;
    }

    synchronized void moveOn(Duration span) {
        ahead = ahead.plus(span);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }
}
