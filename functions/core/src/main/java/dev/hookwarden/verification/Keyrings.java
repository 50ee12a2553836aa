package dev.hookwarden.verification;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.Keyring;
import java.util.Optional;

/** Gives the keyring that a provider's deliveries are verified with. */
public interface Keyrings {
    /**
     * The keyring as last read; reads it first when there is none or it has become too old.
     *
     * @throws KeyringUnavailableException if it could not be read and none is held that may still serve
     */
    Keyring current(Provider provider);

    /**
     * A keyring read anew because a well-formed signature matched none of {@code stale}, or empty when there is nothing newer to be
     * had now. Bounded in how often it reads, however often it is asked. Never throws for a failed read: the answer is then empty.
     */
    Optional<Keyring> refreshed(Provider provider, Keyring stale);
}
