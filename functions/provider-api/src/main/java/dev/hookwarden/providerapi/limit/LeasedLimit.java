package dev.hookwarden.providerapi.limit;

import dev.hookwarden.provider.RateLimit;
import dev.hookwarden.providerapi.RateLimiter.Permission;
import dev.hookwarden.providerapi.RateLimiter.Permission.Granted;
import dev.hookwarden.providerapi.RateLimiter.Permission.NotBefore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One limit as one copy sees it. Under load it leases more permits at a time, up to its share; what it doesn't use in time is lost. Once half
 * of the limit is taken, it takes one lease in each grain of time and leaves the rest to the others. The table is asked only when the lease is
 * used up or over, and not before the moment that it was told to wait for.
 */
final class LeasedLimit {
    private static final int TRIES = 3;
    private static final int SHARES = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration JITTER = Duration.ofMillis(500);

    /** Longer than clocks may be apart: else the copies whose clocks are behind would always come last. */
    private static final Duration JITTER_WHEN_FULL = Margins.CLOCK_DISTANCE.multipliedBy(3);

    private final String id;
    private final RateLimit limit;
    private final LeaseTable table;
    private final InstantSource clock;
    private final RandomGenerator random;

    private Leases seen = Leases.NONE;
    private Lease lease = Lease.NONE;
    private int left;
    private Instant notBefore = Instant.EPOCH;

    LeasedLimit(String id, RateLimit limit, LeaseTable table, InstantSource clock, RandomGenerator random) {
        this.id = id;
        this.limit = limit;
        this.table = table;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Asks for one call. Threads wait for each other: what one brings from the table, the next one uses.
     *
     * @throws LeasesUnavailableException if the table can't tell
     */
    synchronized Permission ask() {
        Instant now = clock.instant();
        if (take(now)) {
            return new Granted();
        }
        return now.isBefore(notBefore) ? new NotBefore(notBefore) : lease(wanted(now));
    }

    private boolean take(Instant now) {
        if (left == 0 || !lease.holdsAt(now)) {
            return false;
        }
        left--;
        return true;
    }

    /** Twice as many as the last time if those were not enough, else one. */
    private int wanted(Instant now) {
        int share = Math.max(1, limit.calls() / SHARES);
        boolean busy = left == 0 && now.isBefore(lease.until().plus(Margins.LEASE));
        return busy ? Math.min(2 * lease.permits(), share) : 1;
    }

    private Permission lease(int wanted) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Instant now = clock.instant();
            Leases counting = seen.countingAt(now);
            int free = limit.calls() - counting.permits();
            if (free <= 0) {
                return waitUntil(counting.firstEnd(), JITTER_WHEN_FULL);
            }
            Lease next = Lease.of(Math.min(wanted, free), now, limit);
            if (next.end().equals(lease.end()) && 2 * free <= limit.calls()) {
                return waitUntil(next.until().minus(Margins.LEASE), JITTER);
            }
            if (obtained(next, counting) && take(clock.instant())) {
                return new Granted();
            }
        }
        return waitUntil(clock.instant().plus(PAUSE), JITTER);
    }

    private boolean obtained(Lease next, Leases counting) {
        Leases withNext = counting.with(next);
        Optional<Leases> instead = table.replace(id, seen, withNext);
        seen = instead.orElse(withNext);
        if (instead.isEmpty()) {
            lease = next;
            left = next.permits();
        }
        return instead.isEmpty();
    }

    /** A little later than that, each copy by another while, so that they don't all come at once. */
    private NotBefore waitUntil(Instant time, Duration jitter) {
        notBefore = time.plusNanos(random.nextLong(jitter.toNanos()));
        return new NotBefore(notBefore);
    }
}
