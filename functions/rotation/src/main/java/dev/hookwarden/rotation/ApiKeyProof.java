package dev.hookwarden.rotation;

import dev.hookwarden.provider.Provider;

/** Proves that a key opens a provider's API. */
@FunctionalInterface
public interface ApiKeyProof {
    /**
     * Makes the cheapest call that succeeds with a live key alone.
     *
     * @param value the key; never to be logged
     */
    ProviderAnswer prove(Provider provider, String value);
}
