package dev.hookwarden.probe;

import dev.hookwarden.provider.ProviderKey;

/** A key's secret isn't there, or is to be deleted. */
final class NoSecretException extends RuntimeException {
    NoSecretException(ProviderKey key) {
        super("There is no secret of " + key.id());
    }
}
