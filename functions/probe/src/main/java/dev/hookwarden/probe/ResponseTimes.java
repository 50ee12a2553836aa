package dev.hookwarden.probe;

import dev.hookwarden.provider.Provider;
import java.time.Instant;
import java.util.Optional;

/** How long a provider's API has taken to answer. */
@FunctionalInterface
public interface ResponseTimes {
    /**
     * The average over this time; empty when it was not called.
     *
     * @throws RuntimeException if it can't be told
     */
    Optional<Average> between(Provider provider, Instant from, Instant to);

    /**
     * An average of call durations.
     *
     * @param calls how many; more than none
     */
    record Average(long milliseconds, long calls) {}
}
