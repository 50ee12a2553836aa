package dev.hookwarden.signing;

import java.time.Instant;
import java.util.Optional;

/**
 * A signing key with the stage it stands in.
 *
 * @param versionId the id of the secret's version, which never changes its value
 * @param verifiesUntil when it stops verifying; empty for a key that has no such deadline
 */
public record StagedKey(SigningKey key, KeyStage stage, String versionId, Optional<Instant> verifiesUntil) {
    /** A key without a deadline. */
    public StagedKey(SigningKey key, KeyStage stage, String versionId) {
        this(key, stage, versionId, Optional.empty());
    }

    /** Whether its deadline, if it has one, is still to come. */
    public boolean verifiesAt(Instant now) {
        return verifiesUntil.map(now::isBefore).orElse(true);
    }
}
