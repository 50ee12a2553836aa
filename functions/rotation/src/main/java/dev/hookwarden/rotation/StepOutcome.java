package dev.hookwarden.rotation;

/** What a step that succeeded did. */
enum StepOutcome {
    DONE,
    /** An earlier run of it had done everything. */
    DONE_BEFORE,
    /** There is nothing that this step could do for this key. */
    NOTHING_TO_DO
}
