package dev.hookwarden.providerapi;

import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.provider.RateLimit;
import java.time.Instant;

/** Counts calls against a provider's limits, for all running copies together. */
@FunctionalInterface
public interface RateLimiter {
    /** Asks for one call now. A call that was granted counts, whether it is made or not. */
    Permission ask(ProviderKey key, RateLimit limit);

    /** What the count says. */
    sealed interface Permission {
        /** The call may be made at once. */
        record Granted() implements Permission {}

        /** Not before this moment; ask again then. */
        record NotBefore(Instant at) implements Permission {}

        /** The count can't be reached, so the operation decides: call all the same, or don't. */
        record Unknown() implements Permission {}
    }
}
