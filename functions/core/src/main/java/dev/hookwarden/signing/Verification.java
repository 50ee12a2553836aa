package dev.hookwarden.signing;

import java.time.Instant;
import java.util.Optional;

/** The result of a check. */
public sealed interface Verification {
    /**
     * Signed with the key of this stage and version.
     *
     * @param keyVerifiesUntil when that key stops verifying; empty when it has no such deadline
     */
    record Verified(KeyStage stage, String keyVersion, Optional<Instant> keyVerifiesUntil) implements Verification {
        /** Signed with a key that has no deadline. */
        public Verified(KeyStage stage, String keyVersion) {
            this(stage, keyVersion, Optional.empty());
        }
    }

    /** Not signed with any key of the keyring, for this reason. */
    record Refused(RefusalReason reason) implements Verification {}
}
