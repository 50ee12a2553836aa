package dev.hookwarden.providerapi.limit;

import dev.hookwarden.provider.RateLimit;
import java.time.Duration;
import java.time.Instant;

/**
 * Permits that one copy has taken at once and uses by itself.
 *
 * @param until when the copy stops using them, by its own clock
 * @param end from when they count no more, by any copy's clock: a window after the last of their calls can have arrived
 */
record Lease(int permits, Instant until, Instant end) {
    /** Ends are whole multiples of this, so that a busy minute is some thirty numbers and its record stays below 1 KB, one write unit. */
    static final Duration GRAIN = Duration.ofSeconds(2);

    static final Lease NONE = new Lease(0, Instant.EPOCH, Instant.EPOCH);

    static Lease of(int permits, Instant now, RateLimit limit) {
        Duration counts = Margins.ARRIVAL.plus(Margins.CLOCK_DISTANCE).plus(limit.window());
        Instant end = roundedUp(now.plus(Margins.LEASE).plus(counts));
        return new Lease(permits, end.minus(counts), end);
    }

    private static Instant roundedUp(Instant time) {
        long second = time.plusNanos(999_999_999).getEpochSecond();
        return Instant.ofEpochSecond(Math.ceilDiv(second, GRAIN.toSeconds()) * GRAIN.toSeconds());
    }

    boolean holdsAt(Instant now) {
        return now.isBefore(until);
    }
}
