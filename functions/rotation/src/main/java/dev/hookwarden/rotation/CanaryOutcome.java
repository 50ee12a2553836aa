package dev.hookwarden.rotation;

/** What became of a canary. */
sealed interface CanaryOutcome {
    /** It came out of the queue, verified by the version that was to be tested. */
    record Returned() implements CanaryOutcome {}

    /** The webhook address didn't take it, or another version verified it. */
    record Refused(String how) implements CanaryOutcome {}

    /** Nothing is known of it. */
    record Lost(String where) implements CanaryOutcome {}
}
