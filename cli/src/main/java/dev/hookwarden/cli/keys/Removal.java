package dev.hookwarden.cli.keys;

import dev.hookwarden.secrets.StagedVersion;
import dev.hookwarden.signing.KeyStage;

/** Takes a version that isn't current out of the keyring. */
record Removal(KeySecret secret) {
    /**
     * Takes off its labels. AWSPENDING goes first: a version that keeps it alone would verify as a candidate, without a deadline.
     */
    void from(StagedVersion version) {
        if (version.isAt(KeyStage.PENDING)) {
            secret.takeOff(KeyStage.PENDING, version);
        }
        secret.takeOff(KeyStage.PREVIOUS, version);
    }
}
