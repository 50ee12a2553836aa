package dev.hookwarden.secrets;

import dev.hookwarden.signing.Keyring;
import dev.hookwarden.signing.StagedKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A keyring as it was read, with the times that bound its use.
 *
 * @param keys may be empty: Secrets Manager answered, and there is no usable key
 * @param dueAt when it should be read again
 * @param servesUntil when it must not be used any more
 */
record HeldKeyring(List<StagedKey> keys, Instant dueAt, Instant servesUntil) {
    static final HeldKeyring NONE = new HeldKeyring(List.of(), Instant.MIN, Instant.MIN);

    HeldKeyring {
        keys = List.copyOf(keys);
    }

    /** The keys that may verify at this moment, if there is any. */
    Optional<Keyring> at(Instant now) {
        if (!now.isBefore(servesUntil)) {
            return Optional.empty();
        }
        List<StagedKey> alive = keys.stream().filter(key -> key.verifiesAt(now)).toList();
        return alive.isEmpty() ? Optional.empty() : Optional.of(new Keyring(alive));
    }

    /** The keys that may verify at this moment, if one of them is not in {@code stale}. */
    Optional<Keyring> beyond(Keyring stale, Instant now) {
        List<String> known = stale.keys().stream().map(StagedKey::versionId).toList();
        return at(now).filter(keyring -> keyring.keys().stream().anyMatch(key -> !known.contains(key.versionId())));
    }

    HeldKeyring without(StagedKey key) {
        List<StagedKey> others =
                keys.stream().filter(other -> !other.equals(key)).toList();
        return new HeldKeyring(others, dueAt, servesUntil);
    }

    boolean isDue(Instant now) {
        return !now.isBefore(dueAt);
    }
}
