package dev.hookwarden.local.aws.secretsmanager;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves when a test says so. */
final class MutableClock implements InstantSource {
    private Instant now = Instant.parse("2026-11-22T10:15:30.250Z");

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration by) {
        now = now.plus(by);
    }
}
