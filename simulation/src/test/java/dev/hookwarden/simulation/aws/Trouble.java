package dev.hookwarden.simulation.aws;

/** What goes wrong with one HTTP try of one AWS call. */
public enum Trouble {
    NONE,
    /** It takes seconds. */
    SLOW,
    /** Status 400, {@code ThrottlingException}; nothing has happened. */
    THROTTLED,
    /** Status 500; nothing has happened. */
    ERROR_BEFORE,
    /** Status 500, although it has happened. */
    ERROR_AFTER,
    /** No answer; nothing has happened. */
    SILENCE_BEFORE,
    /** No answer, although it has happened: a timeout after sending. */
    SILENCE_AFTER,
    /** The function is gone before it calls. */
    DEATH_BEFORE,
    /** The function is gone when the call has happened. */
    DEATH_AFTER,
    /** PutEvents answers well and fails one of its entries. */
    ENTRY_FAILED
}
