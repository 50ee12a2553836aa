package dev.hookwarden.provider;

import java.util.Optional;

/** Gives the key that a provider's API is called with. Neither method throws for a key that can't be had: the answer is then empty. */
public interface ApiKeys {
    /** The current key, as last read; reads it first when there is none or it has become too old. */
    Optional<ApiKey> current(Provider provider);

    /**
     * The current key, read anew because the provider did not take {@code refused}; empty when there is none but that one. Bounded in how
     * often it reads, however often it is asked.
     */
    Optional<ApiKey> afterRefused(Provider provider, ApiKey refused);

    /** This key alone, whatever becomes of it. */
    static ApiKeys only(ApiKey key) {
        return fixed(Optional.of(key));
    }

    /** No key, for calls that get theirs later. */
    static ApiKeys none() {
        return fixed(Optional.empty());
    }

    private static ApiKeys fixed(Optional<ApiKey> key) {
        return new ApiKeys() {
            @Override
            public Optional<ApiKey> current(Provider provider) {
                return key;
            }

            @Override
            public Optional<ApiKey> afterRefused(Provider provider, ApiKey refused) {
                return Optional.empty();
            }
        };
    }
}
