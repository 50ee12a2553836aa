package dev.hookwarden.secrets;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Something of Secrets Manager's: held, and read again by one thread at a time. */
final class Kept<H extends Held> {
    /**
     * How long a failed read answers for others while nothing is held. Long enough that a flood costs one read a second, short enough
     * that the provider's next attempt is never refused for it.
     */
    static final Duration EMPTY_HANDED_BACK_OFF = Duration.ofSeconds(1);

    private final Supplier<H> held;
    private final Predicate<Instant> reader;
    private final Duration backOff;
    private final InstantSource clock;
    private final RefreshLimit earlyReads;
    private final ReentrantLock reading = new ReentrantLock();

    /** Guarded by {@link #reading}. */
    private Instant failedAt = Instant.MIN;

    /**
     * Reads nothing yet.
     *
     * @param held gives what the last read brought
     * @param reader reads anew, given when it began, and tells whether there is now something to use; doesn't throw
     */
    Kept(Supplier<H> held, Predicate<Instant> reader, KeyringSettings settings, InstantSource clock) {
        this.held = held;
        this.reader = reader;
        this.backOff = settings.refreshInterval();
        this.clock = clock;
        this.earlyReads = new RefreshLimit(backOff);
    }

    /** What is held, after a read if that was due. It may not serve. */
    H current() {
        H now = held.get();
        boolean serves = now.serves(clock.instant());
        if (!serves || now.isDue(clock.instant())) {
            readWhenDue(serves);
        }
        return held.get();
    }

    private void readWhenDue(boolean othersMayRead) {
        if (!othersMayRead) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return;
        }
        try {
            Instant now = clock.instant();
            boolean emptyHanded = !held.get().serves(now);
            if ((emptyHanded || held.get().isDue(now)) && !isBackingOff(now, emptyHanded)) {
                read(now);
            }
        } finally {
            reading.unlock();
        }
    }

    /** What is held, after an early read if it isn't new enough and the limit allows one. Waits for a read that is under way. */
    H refreshed(BiPredicate<H, Instant> isNewEnough) {
        if (isNewEnough.test(held.get(), clock.instant())) {
            return held.get();
        }
        reading.lock();
        try {
            Instant now = clock.instant();
            if (!isNewEnough.test(held.get(), now) && !isBackingOff(now, false) && earlyReads.tryAcquire(now)) {
                read(now);
            }
            return held.get();
        } finally {
            reading.unlock();
        }
    }

    private boolean isBackingOff(Instant now, boolean emptyHanded) {
        return now.isBefore(failedAt.plus(emptyHanded ? EMPTY_HANDED_BACK_OFF : backOff));
    }

    private void read(Instant begunAt) {
        failedAt = reader.test(begunAt) ? Instant.MIN : clock.instant();
    }
}
