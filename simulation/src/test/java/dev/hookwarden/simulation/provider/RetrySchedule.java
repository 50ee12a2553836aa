package dev.hookwarden.simulation.provider;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long after a failed attempt the next one comes. */
public record RetrySchedule(List<Duration> delays) {
    /** Zenoo's case-management webhooks (docs.zenoo.com/data-model/webhook-events). */
    public static final RetrySchedule ZENOO_CASES = new RetrySchedule(List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(24)));

    /** For Zenoo's journey webhooks and JobsiteOn, whose schedules are documented nowhere: an assumption. */
    public static final RetrySchedule ASSUMED = new RetrySchedule(List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6)));

    public RetrySchedule {
        delays = List.copyOf(delays);
    }

    /** How long to wait after the attempt with this index, from 0; empty when that was the last. */
    public Optional<Duration> after(int attempt) {
        return attempt < delays.size() ? Optional.of(delays.get(attempt)) : Optional.empty();
    }
}
