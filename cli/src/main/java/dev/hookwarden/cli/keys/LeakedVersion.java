package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.installation.RefusedException;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.secrets.StagedVersion;
import dev.hookwarden.signing.KeyStage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the version that leaked. */
record LeakedVersion(KeyState state) {
    /** The least that a version's id has (API reference: PutSecretValue, ClientRequestToken). */
    private static final int WHOLE_ID = 32;

    /** As much as is shown of one. */
    private static final int SHORTEST_ID = 8;

    /**
     * The version whose id begins so; without one the current. Where a revocation was broken off after the mark became current, the
     * leaked version is the previous one.
     */
    StagedVersion find(@Nullable String id) {
        return id == null ? unnamed() : named(id);
    }

    private StagedVersion unnamed() {
        KeyStage stage = state.revoked() ? KeyStage.PREVIOUS : KeyStage.CURRENT;
        return state.at(stage)
                .orElseThrow(() -> new RefusedException(
                        state.revoked()
                                ? state.key().id() + " is revoked already. Submit a new key, and rotate."
                                : state.key().id() + " has no current key; nothing verifies with it."));
    }

    private StagedVersion named(String id) {
        if (id.length() < SHORTEST_ID) {
            throw new RefusedException("Say at least " + SHORTEST_ID + " characters of the version's id; '" + id
                    + "' could be any. Without --version it is the current one.");
        }
        List<StagedVersion> found = state.versions().stream()
                .filter(version -> version.id().startsWith(id))
                .toList();
        if (found.size() > 1) {
            throw new RefusedException("Several versions begin with " + id + "; say more of the id.");
        }
        if (found.isEmpty() && id.length() < WHOLE_ID) {
            throw new RefusedException(
                    "No version with a label begins with " + id + "; say the whole id of one without.");
        }
        // One without labels verifies nothing any more, but its deliveries can still be listed.
        return found.isEmpty() ? new StagedVersion(id, List.of(), Optional.empty(), true) : found.getFirst();
    }
}
