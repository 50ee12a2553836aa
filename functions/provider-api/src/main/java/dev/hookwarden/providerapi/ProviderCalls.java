package dev.hookwarden.providerapi;

import dev.hookwarden.provider.Provider;
import java.time.Instant;

/** Calls providers' APIs: with the key, within the limits, again where that is safe. */
@FunctionalInterface
public interface ProviderCalls {
    /**
     * Makes one call and answers what came of it; never throws for anything that the provider or the network does.
     *
     * @param giveUpAt when the caller needs its answer; no attempt and no wait is begun that can't end by then
     */
    <T> ApiOutcome<T> call(Provider provider, ApiCall<T> call, Instant giveUpAt);
}
