package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.installation.RefusedException;
import dev.hookwarden.cli.output.Progress;
import dev.hookwarden.cli.surroundings.Surroundings;
import dev.hookwarden.provider.KeySource;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.secrets.StagedVersion;
import dev.hookwarden.signing.KeyStage;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;

/** Starts rotations and follows them. */
record RotationRun(
        Surroundings surroundings,
        InstalledKeys keys,
        Refusals refusals,
        Duration atMost,
        PrintWriter out,
        Progress progress) {

    /**
     * Rotates the submitted key in, and says whether it is current in the end.
     *
     * @throws RefusedException when there is nothing to rotate to, or Secrets Manager won't start it
     */
    boolean toTheEnd(ProviderKey key) {
        Instant began = surroundings.clock().instant();
        KeyState before = keys.state(key);
        refuseWithoutKeys(before);
        String version = before.inboxHoldsPending() ? again(before) : started(before);
        return new RotationWatch(this, key, version, began).follow();
    }

    private void refuseWithoutKeys(KeyState before) {
        String argument = keys.argument(before.key());
        if (before.at(KeyStage.CURRENT).isEmpty()) {
            throw new RefusedException(
                    "There is no current key to rotate from. Put the first one: ./hookwarden keys submit " + argument);
        }
        if (before.key().source() instanceof KeySource.Submitted(String how) && !before.inboxWaiting()) {
            throw new RefusedException("No new key waits in the inbox; nothing was started. " + how
                    + " Then ./hookwarden keys submit " + argument);
        }
    }

    /**
     * The pending version has this very key already. Asked once more, Secrets Manager either goes on with that rotation, which it says by
     * refusing a new one, or begins one.
     */
    private String again(KeyState before) {
        try {
            return begun(keys.secret(before.key()).rotate());
        } catch (InvalidRequestException goesOn) {
            String version = before.candidate().orElseThrow().id();
            out.println("A rotation to the submitted key isn't complete; Secrets Manager goes on with it: version "
                    + StagedVersion.shortId(version) + ".");
            return version;
        }
    }

    private String begun(String version) {
        out.println("Rotation started: version " + StagedVersion.shortId(version) + ".");
        return version;
    }

    private String started(KeyState before) {
        before.candidate().ifPresent(candidate -> clear(before.key(), candidate));
        try {
            return begun(keys.secret(before.key()).rotate());
        } catch (InvalidRequestException refused) {
            throw new RefusedException(
                    before.rotation().enabled()
                            ? "Secrets Manager won't start it: another rotation has just begun. ./hookwarden keys doctor "
                                    + keys.argument(before.key())
                            : "Secrets Manager won't start it: the secret has no rotation function, or it is to be deleted."
                                    + " Deploy the stack, and try again.");
        }
    }

    private void clear(ProviderKey key, StagedVersion candidate) {
        if (keys.secret(key).takeOff(KeyStage.PENDING, candidate)) {
            out.println("An earlier rotation was left incomplete; took AWSPENDING off version " + candidate.shortId()
                    + ", which is not current.");
        }
    }
}
