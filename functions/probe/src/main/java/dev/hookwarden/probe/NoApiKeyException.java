package dev.hookwarden.probe;

import dev.hookwarden.provider.ProviderKey;

/** There is no key to call a provider with: it was never put, or can't be read. */
final class NoApiKeyException extends RuntimeException {
    NoApiKeyException(ProviderKey key) {
        super("No usable key could be read: " + key.id());
    }
}
