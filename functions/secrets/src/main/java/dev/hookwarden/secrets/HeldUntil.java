package dev.hookwarden.secrets;

import java.time.Duration;
import java.time.Instant;

/**
 * The times that bound the use of what a read brought. They count from before the read: what is revoked while it runs must not live
 * longer for it.
 *
 * @param dueAt when it should be read again
 * @param servesUntil when it must not be used any more
 */
record HeldUntil(Instant dueAt, Instant servesUntil) {
    static final HeldUntil NEVER = new HeldUntil(Instant.MIN, Instant.MIN);

    /** The share of its maximum age by which something may be read early, so that copies started together drift apart. */
    private static final double JITTER = 0.1;

    /** @param random from 0 to below 1 */
    static HeldUntil from(Instant begunAt, KeyringSettings settings, double random) {
        Duration maxAge = settings.maxAge();
        Instant dueAt = begunAt.plus(maxAge.minusNanos((long) (maxAge.toNanos() * JITTER * random)));
        return new HeldUntil(dueAt, begunAt.plus(settings.staleIfError()));
    }

    boolean isDue(Instant now) {
        return !now.isBefore(dueAt);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(servesUntil);
    }
}
