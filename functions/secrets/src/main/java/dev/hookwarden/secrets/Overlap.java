package dev.hookwarden.secrets;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The time in which the previous key still verifies. */
final class Overlap {
    private Overlap() {}

    /**
     * It begins when the current version became current: when the last rotation ended, or when a person put the version since, which no
     * rotation dates.
     *
     * @param lastRotatedAt empty when rotation is off
     *     (<a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html">DescribeSecret</a>)
     */
    static Instant end(Instant currentCreatedAt, Optional<Instant> lastRotatedAt, Duration overlap) {
        return lastRotatedAt
                .filter(currentCreatedAt::isBefore)
                .orElse(currentCreatedAt)
                .plus(overlap);
    }
}
