package dev.hookwarden.signing;

/** The result of a check. */
public sealed interface Verification {
    /** Signed with the key of this stage and version. */
    record Verified(KeyStage stage, String keyVersion) implements Verification {}

    /** Not signed with any key of the keyring, for this reason. */
    record Refused(RefusalReason reason) implements Verification {}
}
