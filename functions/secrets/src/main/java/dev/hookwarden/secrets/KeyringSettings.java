package dev.hookwarden.secrets;

import java.time.Duration;

/**
 * How long a keyring is kept and how often it is read. Throws {@link IllegalArgumentException} unless all are positive and a keyring
 * may serve after a fault for at least as long as it is kept anyway.
 *
 * @param maxAge how old a keyring becomes before it is read again; also the longest that a revoked key goes on verifying
 * @param staleIfError how old a keyring may become while it can't be read
 * @param refreshInterval the least time between two early reads, and after a failed read before the next
 */
public record KeyringSettings(Duration maxAge, Duration staleIfError, Duration refreshInterval) {
    public static final KeyringSettings DEFAULT =
            new KeyringSettings(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofSeconds(30));

    public KeyringSettings {
        if (!maxAge.isPositive() || !refreshInterval.isPositive()) {
            throw new IllegalArgumentException("A keyring's age and the interval between reads must be positive");
        }
        if (staleIfError.compareTo(maxAge) < 0) {
            throw new IllegalArgumentException("A keyring must be able to serve at least until it is read again");
        }
    }
}
