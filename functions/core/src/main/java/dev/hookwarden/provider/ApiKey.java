package dev.hookwarden.provider;

import dev.hookwarden.signing.KeyDefect;
import dev.hookwarden.signing.UnusableKeyException;

/**
 * The value of a key that calls a provider's API: for the call's header, and for no text. Throws {@link UnusableKeyException} for one that
 * can't be a key.
 */
public record ApiKey(String value) {
    public ApiKey {
        KeyDefect.in(value).ifPresent(defect -> {
            throw new UnusableKeyException(defect);
        });
    }

    @Override
    public String toString() {
        return "ApiKey[redacted]";
    }
}
