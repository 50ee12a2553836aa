package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.installation.RefusedException;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.KeyMarks;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.secrets.StagedVersion;
import dev.hookwarden.signing.KeyStage;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;

/** Makes one version stop verifying, whatever its stage. May be repeated after it was broken off. */
record Revocation(InstalledKeys keys, RotationRun run, PrintWriter out) {
    /** @throws RefusedException when the version still has a stage in the end */
    void of(ProviderKey key, StagedVersion leaked) {
        KeySecret secret = keys.secret(key);
        if (secret.emptyInboxOf(leaked.id())) {
            out.println("The inbox held the leaked key; emptied it.");
        }
        if (isCurrent(key, leaked)) {
            replace(key, leaked, secret);
        }
        found(key, leaked).ifPresent(version -> new Removal(secret).from(version));
        if (found(key, leaked).filter(Revocation::hasStage).isPresent()) {
            throw new RefusedException("Version " + leaked.id()
                    + " still has a stage: something else moved labels in the same moment. Revoke it again.");
        }
        out.println(
                "Version " + leaked.id() + " is revoked; running copies forget it within 5 minutes and 30 seconds.");
    }

    /** Looks anew before each step: a rotation may have made another key current since the question was asked. */
    private void replace(ProviderKey key, StagedVersion leaked, KeySecret secret) {
        KeyState state = keys.state(key);
        if (state.inboxWaiting() && rotates(state)) {
            return;
        }
        if (isCurrent(key, leaked) && secret.replaceCurrent(leaked, KeyMarks.REVOKED)) {
            out.println("No other key is current: deliveries are answered 503, and the provider sends them again.");
        }
    }

    private boolean isCurrent(ProviderKey key, StagedVersion leaked) {
        return found(key, leaked)
                .filter(version -> version.isAt(KeyStage.CURRENT))
                .isPresent();
    }

    private static boolean hasStage(StagedVersion version) {
        return Arrays.stream(KeyStage.values()).anyMatch(version::isAt);
    }

    private Optional<StagedVersion> found(ProviderKey key, StagedVersion leaked) {
        return keys.state(key).versions().stream()
                .filter(version -> version.id().equals(leaked.id()))
                .findFirst();
    }

    private boolean rotates(KeyState state) {
        try {
            return run.toTheEnd(state.key());
        } catch (RefusedException refused) {
            out.println(refused.getMessage());
            return false;
        }
    }
}
