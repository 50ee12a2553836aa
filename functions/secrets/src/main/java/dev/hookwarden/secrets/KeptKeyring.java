package dev.hookwarden.secrets;

import dev.hookwarden.signing.Keyring;
import dev.hookwarden.verification.KeyringUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;

/** One signing key's keyring: kept, and read again by one thread at a time. */
final class KeptKeyring {
    /**
     * How long a failed read answers for others while no keyring is held. Long enough that a flood costs one read a second, short
     * enough that the provider's next attempt is never refused for it.
     */
    static final Duration EMPTY_HANDED_BACK_OFF = Duration.ofSeconds(1);

    /** The share of its maximum age by which a keyring may be read early, so that copies started together drift apart. */
    private static final double JITTER = 0.1;

    private final String keyId;
    private final KeyVersions versions;
    private final HeldKeyrings keyrings;
    private final KeyringSettings settings;
    private final InstantSource clock;
    private final DoubleSupplier random;
    private final KeyringLog log;
    private final RefreshLimit earlyReads;
    private final ReentrantLock reading = new ReentrantLock();

    /** Guarded by {@link #reading}. */
    private Instant failedAt = Instant.MIN;

    KeptKeyring(
            String keyId,
            KeyVersions versions,
            HeldKeyrings keyrings,
            KeyringSettings settings,
            InstantSource clock,
            DoubleSupplier random,
            KeyringLog log) {
        this.keyId = keyId;
        this.versions = versions;
        this.keyrings = keyrings;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.log = log;
        this.earlyReads = new RefreshLimit(settings.refreshInterval());
    }

    /** See {@link dev.hookwarden.verification.Keyrings#current}. */
    Keyring current() {
        HeldKeyring kept = held();
        Instant now = clock.instant();
        Optional<Keyring> ready = kept.at(now);
        if (ready.isPresent() && !kept.isDue(now)) {
            return ready.get();
        }
        readWhenDue(ready.isPresent());
        return held().at(clock.instant())
                .orElseThrow(
                        () -> new KeyringUnavailableException("There is no keyring of " + keyId + " to verify with"));
    }

    private void readWhenDue(boolean othersMayRead) {
        if (!othersMayRead) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return;
        }
        try {
            Instant now = clock.instant();
            boolean emptyHanded = held().at(now).isEmpty();
            if ((emptyHanded || held().isDue(now)) && !isBackingOff(now, emptyHanded)) {
                read(now);
            }
        } finally {
            reading.unlock();
        }
    }

    /** See {@link dev.hookwarden.verification.Keyrings#refreshed}. Waits for a read that is under way: it may bring the key. */
    Optional<Keyring> refreshed(Keyring stale) {
        Optional<Keyring> newer = held().beyond(stale, clock.instant());
        if (newer.isPresent()) {
            return newer;
        }
        reading.lock();
        try {
            Instant now = clock.instant();
            if (held().beyond(stale, now).isEmpty() && !isBackingOff(now, false) && earlyReads.tryAcquire(now)) {
                read(now);
            }
            return held().beyond(stale, clock.instant());
        } finally {
            reading.unlock();
        }
    }

    private boolean isBackingOff(Instant now, boolean emptyHanded) {
        return now.isBefore(failedAt.plus(emptyHanded ? EMPTY_HANDED_BACK_OFF : settings.refreshInterval()));
    }

    /** Ages count from before the read: what is revoked while it runs must not live longer for it. */
    private void read(Instant begunAt) {
        try {
            hold(versions.read(begunAt), begunAt);
        } catch (RuntimeException fault) {
            failedAt = clock.instant();
            log.failed(keyId, fault);
        }
    }

    private void hold(KeyringReading answer, Instant begunAt) {
        answer.leftOut().forEach(leftOut -> log.unusable(keyId, leftOut));
        Instant dueAt = begunAt.plus(jittered(settings.maxAge()));
        Instant servesUntil = begunAt.plus(settings.staleIfError());
        keyrings.hold(keyId, new HeldKeyring(answer.keys(), dueAt, servesUntil));
        HeldKeyring kept = held();
        if (kept.keys().isEmpty()) {
            failedAt = clock.instant();
            log.empty(keyId);
        } else {
            failedAt = Instant.MIN;
            log.read(keyId, kept);
        }
    }

    private HeldKeyring held() {
        return keyrings.get(keyId);
    }

    private Duration jittered(Duration age) {
        return age.minusNanos((long) (age.toNanos() * JITTER * random.getAsDouble()));
    }
}
