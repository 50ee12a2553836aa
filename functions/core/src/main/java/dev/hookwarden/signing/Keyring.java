package dev.hookwarden.signing;

import java.util.List;

/**
 * The keys that may have signed a delivery, the likeliest first. Throws {@link IllegalArgumentException} when there is none: a keyring
 * without keys would refuse everything.
 */
public record Keyring(List<StagedKey> keys) {
    public Keyring {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("A keyring needs at least one key");
        }
    }

    /** The key of the current stage, or the first when a rotation has left none. */
    public StagedKey current() {
        return keys.stream()
                .filter(key -> key.stage() == KeyStage.CURRENT)
                .findFirst()
                .orElse(keys.getFirst());
    }
}
