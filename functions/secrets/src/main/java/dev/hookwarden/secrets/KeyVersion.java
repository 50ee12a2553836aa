package dev.hookwarden.secrets;

import dev.hookwarden.signing.UnusableKeyException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/**
 * One version of a secret, read. Its value never changes, so what it once was it stays.
 *
 * @param <K> what its value is used as
 */
sealed interface KeyVersion<K> {
    /** When it was put; long ago when Secrets Manager doesn't say. */
    Instant createdAt();

    record Usable<K>(Instant createdAt, K key) implements KeyVersion<K> {}

    /**
     * One that can't be a key.
     *
     * @param defect what is wrong with it, for the log
     */
    record Unusable<K>(Instant createdAt, String defect) implements KeyVersion<K> {}

    /**
     * What Secrets Manager answered, as a key if it can be one.
     *
     * @param key makes the key of its text; throws {@link UnusableKeyException} when it can't be one
     */
    static <K> KeyVersion<K> of(GetSecretValueResponse answer, Function<String, K> key) {
        Instant createdAt = Optional.ofNullable(answer.createdDate()).orElse(Instant.EPOCH);
        if (answer.secretString() == null) {
            return new Unusable<>(createdAt, "binary");
        }
        if (answer.secretString().equals(KeyMarks.REVOKED)) {
            return new Unusable<>(createdAt, KeyMarks.REVOKED);
        }
        try {
            return new Usable<>(createdAt, key.apply(answer.secretString()));
        } catch (UnusableKeyException unusable) {
            return new Unusable<>(createdAt, unusable.defect().name().toLowerCase(Locale.ROOT));
        }
    }
}
