package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.keys.Refusals.Refusal;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.KeyDiagnosis;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.secrets.StagedVersion;
import dev.hookwarden.signing.KeyStage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Follows one rotation and says each thing once. */
final class RotationWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final RotationRun run;
    private final ProviderKey key;
    private final String version;
    private final Instant began;
    private final Set<String> said = new HashSet<>();
    private boolean pendingSeen;

    RotationWatch(RotationRun run, ProviderKey key, String version, Instant began) {
        this.run = run;
        this.key = key;
        this.version = version;
        this.began = began;
    }

    /** Whether the version became current in time. */
    boolean follow() {
        Instant deadline = run.surroundings().clock().instant().plus(run.atMost());
        while (true) {
            KeyState state = run.keys().state(key);
            Optional<StagedVersion> watched = watched(state);
            watched.ifPresent(this::tell);
            if (watched.filter(seen -> seen.isAt(KeyStage.CURRENT)).isPresent()) {
                return true;
            }
            if (isRefusedForGood() || isAbandoned(watched) || isTooLate(state, deadline)) {
                return false;
            }
            run.progress().show("Waiting for the next step");
            run.surroundings().pause().last(BETWEEN_LOOKS);
            run.progress().clear();
        }
    }

    private Optional<StagedVersion> watched(KeyState state) {
        return state.versions().stream()
                .filter(seen -> seen.id().equals(version))
                .findFirst();
    }

    private void tell(StagedVersion seen) {
        pendingSeen |= seen.isAt(KeyStage.PENDING);
        if (seen.hasValue()) {
            say("createSecret  the new key is pending, and verifies from here on");
        }
        if (seen.isTested()) {
            say("testSecret    the new key works");
        }
        if (seen.isAt(KeyStage.CURRENT)) {
            say("finishSecret  the new key is current");
        }
    }

    private boolean isRefusedForGood() {
        boolean refusedForGood = false;
        for (Refusal refusal : run.refusals().of(key.id(), version, began)) {
            say(refusal.step() + " was refused: " + refusal.name() + " (docs/runbook.md has a heading for it)");
            refusedForGood |= refusal.isFinal();
        }
        if (refusedForGood) {
            say("No label of the current key was moved. Submit another key, then rotate again.");
        }
        return refusedForGood;
    }

    private boolean isAbandoned(Optional<StagedVersion> watched) {
        boolean abandoned = pendingSeen
                && watched.filter(seen -> seen.isAt(KeyStage.PENDING)).isEmpty();
        if (abandoned) {
            say("The rotation was given up: somebody took AWSPENDING off its version. ./hookwarden keys doctor "
                    + argument());
        }
        return abandoned;
    }

    private boolean isTooLate(KeyState state, Instant deadline) {
        Instant now = run.surroundings().clock().instant();
        if (now.isBefore(deadline)) {
            return false;
        }
        say("Not current after " + run.atMost().toSeconds() + " s; the state is: "
                + KeyDiagnosis.of(state, now).getFirst().words()
                + (state.revoked()
                        ? ". The current key is revoked: nothing verifies until another is rotated in."
                        : ". The key that was current still is."));
        say("The reason is in the log of the rotation function, event rotation_refused. When it is mended,");
        say("./hookwarden keys rotate " + argument() + " has Secrets Manager try again.");
        return true;
    }

    private String argument() {
        return run.keys().argument(key);
    }

    private void say(String line) {
        if (said.add(line)) {
            run.out().println("  " + line);
            run.out().flush();
        }
    }
}
