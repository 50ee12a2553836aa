package dev.hookwarden.providerapi.limit;

import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.provider.RateLimit;
import dev.hookwarden.providerapi.RateLimiter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * What one would write first: a count for each whole minute, shared. It lets twice the limit through around a minute's end.
 *
 * @param counts shared by all copies
 */
record FixedWindowLimiter(Map<Long, Integer> counts, InstantSource clock) implements RateLimiter {
    @Override
    public Permission ask(ProviderKey key, RateLimit limit) {
        long window = clock.instant().getEpochSecond() / limit.window().toSeconds();
        return counts.merge(window, 1, Integer::sum) <= limit.calls()
                ? new Permission.Granted()
                : new Permission.NotBefore(
                        Instant.ofEpochSecond((window + 1) * limit.window().toSeconds()));
    }
}
