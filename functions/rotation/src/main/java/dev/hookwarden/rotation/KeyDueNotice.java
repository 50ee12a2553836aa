package dev.hookwarden.rotation;

import dev.hookwarden.provider.ProviderKey;

/** What a person is told when a key is due. */
public record KeyDueNotice(String subject, String text) {
    static KeyDueNotice of(ProviderKey key, String how) {
        return new KeyDueNotice("Hookwarden: " + key.id() + " is due for rotation", """
                The key %1$s is due for rotation, and no new key waits in its inbox.

                1. %2$s
                2. ./hookwarden keys submit %1$s
                3. ./hookwarden keys rotate %1$s

                Until then the current key goes on working.
                """.formatted(key.id(), how));
    }
}
