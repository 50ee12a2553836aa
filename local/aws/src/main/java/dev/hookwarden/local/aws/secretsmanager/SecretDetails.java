package dev.hookwarden.local.aws.secretsmanager;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What people write about a secret. */
record SecretDetails(@Nullable String description, @Nullable String kmsKeyId, Map<String, String> tags) {
    SecretDetails {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    SecretDetails with(Map<String, String> otherTags) {
        return new SecretDetails(description, kmsKeyId, otherTags);
    }
}
