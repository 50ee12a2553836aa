package dev.hookwarden.secrets;

import dev.hookwarden.signing.SignatureScheme;
import dev.hookwarden.signing.SigningKey;
import dev.hookwarden.signing.UnusableKeyException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** One version of a secret, read. Its value never changes, so what it once was it stays. */
sealed interface KeyVersion {
    /** When it was put; long ago when Secrets Manager doesn't say. */
    Instant createdAt();

    record Usable(Instant createdAt, SigningKey key) implements KeyVersion {}

    /**
     * One that can't be a key.
     *
     * @param defect what is wrong with it, for the log
     */
    record Unusable(Instant createdAt, String defect) implements KeyVersion {}

    static KeyVersion of(GetSecretValueResponse answer, SignatureScheme scheme) {
        Instant createdAt = Optional.ofNullable(answer.createdDate()).orElse(Instant.EPOCH);
        if (answer.secretString() == null) {
            return new Unusable(createdAt, "binary");
        }
        if (answer.secretString().equals(KeyMarks.REVOKED)) {
            return new Unusable(createdAt, KeyMarks.REVOKED);
        }
        try {
            return new Usable(createdAt, scheme.signingKey(answer.secretString()));
        } catch (UnusableKeyException unusable) {
            return new Unusable(createdAt, unusable.defect().name().toLowerCase(Locale.ROOT));
        }
    }
}
