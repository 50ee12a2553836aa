package dev.hookwarden.secrets;

import dev.hookwarden.provider.ApiKey;
import java.time.Instant;
import java.util.Optional;

/**
 * An API key as it was read.
 *
 * @param key empty when Secrets Manager answered, and there is no usable key
 */
record HeldApiKey(Optional<ApiKey> key, String versionId, HeldUntil until) implements Held {
    static final HeldApiKey NONE = new HeldApiKey(Optional.empty(), "", HeldUntil.NEVER);

    /** The key, if it may be used at this moment. */
    Optional<ApiKey> at(Instant now) {
        return until.isOver(now) ? Optional.empty() : key;
    }

    /** The same, if it is another one than this. */
    Optional<ApiKey> other(ApiKey than, Instant now) {
        return at(now).filter(held -> !held.equals(than));
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
