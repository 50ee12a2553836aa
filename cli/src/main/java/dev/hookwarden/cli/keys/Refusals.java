package dev.hookwarden.cli.keys;

import java.time.Instant;
import java.util.List;

/** Why rotations were refused. */
@FunctionalInterface
interface Refusals {
    /** On AWS the reasons are in the rotation function's log. */
    Refusals NONE_KNOWN = (keyId, versionId, since) -> List.of();

    /** The refusals of the rotation to this version since then, the oldest first; none when they can't be had. */
    List<Refusal> of(String keyId, String versionId, Instant since);

    /**
     * One step that could not go on.
     *
     * @param name as CANDIDATE_MISSING; the runbook has a heading for each
     */
    record Refusal(String step, String name) {
        /** Whether trying again can't help: another key must be submitted. */
        boolean isFinal() {
            return name.startsWith("CANDIDATE_") && !name.equals("CANDIDATE_UNTESTED");
        }
    }
}
