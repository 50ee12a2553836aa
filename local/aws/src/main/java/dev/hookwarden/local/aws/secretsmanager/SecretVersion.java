package dev.hookwarden.local.aws.secretsmanager;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version; without a value it is the place that RotateSecret keeps for the candidate. */
record SecretVersion(
        String id,
        Instant createdAt,
        @Nullable SecretValue value,
        @Nullable Instant accessedOn) {

    static SecretVersion holding(String id, Instant createdAt, SecretValue value) {
        return new SecretVersion(id, createdAt, value, null);
    }

    static SecretVersion empty(String id, Instant createdAt) {
        return new SecretVersion(id, createdAt, null, null);
    }

    SecretVersion accessed(Instant day) {
        return new SecretVersion(id, createdAt, value, day);
    }
}
