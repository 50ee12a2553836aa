package dev.hookwarden.cli.keys;

import dev.hookwarden.secrets.KeyMarks;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.secrets.StagedVersion;
import dev.hookwarden.signing.KeyStage;
import java.io.PrintWriter;

/** Makes one version stop verifying, whatever its stage. May be repeated after it was broken off. */
record Revocation(Installation installation, RotationRun run, PrintWriter out) {
    void of(KeyState state, StagedVersion leaked) {
        KeySecret secret = installation.secret(state.key());
        if (secret.emptyInboxOf(leaked.id())) {
            out.println("The inbox held the leaked key; emptied it.");
        }
        if (leaked.isAt(KeyStage.CURRENT)) {
            replace(installation.state(state.key()), secret);
        }
        installation.state(state.key()).versions().stream()
                .filter(version -> version.id().equals(leaked.id()))
                .forEach(version -> new Removal(secret).from(version));
        out.println(
                "Version " + leaked.id() + " is revoked; running copies forget it within 5 minutes and 30 seconds.");
    }

    private void replace(KeyState state, KeySecret secret) {
        if (state.inboxWaiting() && rotates(state)) {
            return;
        }
        secret.putCurrent(KeyMarks.REVOKED);
        out.println("No other key is current: deliveries are answered 503, and the provider sends them again.");
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
