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
 */
record HeldKeyring(List<StagedKey> keys, HeldUntil until) implements Held {
    static final HeldKeyring NONE = new HeldKeyring(List.of(), HeldUntil.NEVER);

    HeldKeyring {
        keys = List.copyOf(keys);
    }

    /** The keys that may verify at this moment, if there is any. */
    Optional<Keyring> at(Instant now) {
        if (until.isOver(now)) {
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
        return new HeldKeyring(others, until);
    }

    @Override
    public boolean serves(Instant now) {
        return at(now).isPresent();
    }

    @Override
    public boolean isDue(Instant now) {
        return until.isDue(now);
    }
}
