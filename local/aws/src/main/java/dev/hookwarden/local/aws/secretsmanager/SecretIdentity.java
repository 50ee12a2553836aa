package dev.hookwarden.local.aws.secretsmanager;

import java.time.Instant;

/** What never changes about a secret. */
record SecretIdentity(String name, String arn, Instant createdAt) {
    private static final int SUFFIX = 7;

    /** Whether a request's SecretId means this secret: its name, its ARN, or its ARN without the random end. */
    boolean isMeantBy(String secretId) {
        return secretId.equals(name)
                || secretId.equals(arn)
                || secretId.equals(arn.substring(0, arn.length() - SUFFIX));
    }
}
