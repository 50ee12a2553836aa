package dev.hookwarden.local.aws.secretsmanager;

import java.util.HashMap;
import java.util.Map;

/**
 * Makes the first reads after a write miss. "All Secrets Manager operations are eventually consistent" (API reference:
 * ListSecrets).
 */
final class ReadLag {
    private final int missedReads;
    private final Map<String, Integer> left = new HashMap<>();

    ReadLag(int missedReads) {
        this.missedReads = missedReads;
    }

    synchronized void wrote(Secret secret) {
        left.put(secret.arn(), missedReads);
    }

    /** Refuses the read while the last write of this secret has not arrived. */
    synchronized void reading(Secret secret) {
        int misses = left.getOrDefault(secret.arn(), 0);
        if (misses > 0) {
            left.put(secret.arn(), misses - 1);
            throw Refusals.noSecret();
        }
    }
}
