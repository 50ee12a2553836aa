package dev.hookwarden.explain;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.Keyring;
import dev.hookwarden.signing.StagedKey;
import dev.hookwarden.signing.Verification;
import dev.hookwarden.signing.Verification.Verified;
import dev.hookwarden.verification.KeyringUnavailableException;
import dev.hookwarden.verification.Keyrings;
import dev.hookwarden.verification.Verifier;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The product's own verifier, with those of the known keys that it would have. */
final class Verifying implements Keyrings {
    private final Provider provider;
    private final List<StagedKey> keys;

    Verifying(Provider provider, List<KnownKey> known, Instant at) {
        this.provider = provider;
        this.keys = known.stream()
                .filter(key -> key.keyId().equals(provider.signingKey().id()))
                .flatMap(key -> key.verifying(provider.scheme(), at).stream())
                .sorted(Comparator.comparing(StagedKey::stage))
                .toList();
    }

    List<StagedKey> keys() {
        return keys;
    }

    /** The product's word. Throws {@link KeyringUnavailableException} when there are no keys. */
    Verification verify(CapturedAttempt attempt) {
        return new Verifier(this)
                .verify(provider, attempt.headers(), attempt.payload().bytes(), attempt.receivedAt());
    }

    boolean verifies(CapturedAttempt attempt) {
        return !keys.isEmpty() && verify(attempt) instanceof Verified;
    }

    @Override
    public Keyring current(Provider any) {
        if (keys.isEmpty()) {
            throw new KeyringUnavailableException("No usable key of " + any.id() + " is at hand");
        }
        return new Keyring(keys);
    }

    @Override
    public Optional<Keyring> refreshed(Provider any, Keyring stale) {
        return Optional.empty();
    }
}
