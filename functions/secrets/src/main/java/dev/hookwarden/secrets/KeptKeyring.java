package dev.hookwarden.secrets;

import dev.hookwarden.signing.Keyring;
import dev.hookwarden.verification.KeyringUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** One signing key's keyring: kept, and read again by one thread at a time. */
final class KeptKeyring {
    private final String keyId;
    private final KeyVersions versions;
    private final HeldKeyrings keyrings;
    private final KeyringSettings settings;
    private final InstantSource clock;
    private final DoubleSupplier random;
    private final KeyringLog log;
    private final Kept<HeldKeyring> kept;

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
        this.kept = new Kept<>(() -> keyrings.get(keyId), this::read, settings, clock);
    }

    /** See {@link dev.hookwarden.verification.Keyrings#current}. */
    Keyring current() {
        return kept.current()
                .at(clock.instant())
                .orElseThrow(
                        () -> new KeyringUnavailableException("There is no keyring of " + keyId + " to verify with"));
    }

    /** See {@link dev.hookwarden.verification.Keyrings#refreshed}. Waits for a read that is under way: it may bring the key. */
    Optional<Keyring> refreshed(Keyring stale) {
        return kept.refreshed((held, now) -> held.beyond(stale, now).isPresent())
                .beyond(stale, clock.instant());
    }

    private boolean read(Instant begunAt) {
        try {
            return hold(versions.read(begunAt), HeldUntil.from(begunAt, settings, random.getAsDouble()));
        } catch (RuntimeException fault) {
            log.failed(keyId, fault);
            return false;
        }
    }

    private boolean hold(KeyringReading answer, HeldUntil until) {
        answer.leftOut().forEach(leftOut -> log.unusable(keyId, leftOut));
        keyrings.hold(keyId, new HeldKeyring(answer.keys(), until));
        HeldKeyring held = keyrings.get(keyId);
        if (held.keys().isEmpty()) {
            log.empty(keyId);
            return false;
        }
        log.read(keyId, held);
        return true;
    }
}
