package dev.hookwarden.providerapi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

final class MutableClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration span) {
        now = now.plus(span.isNegative() ? Duration.ZERO : span);
    }
}
