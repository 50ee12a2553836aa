package dev.hookwarden.local.console;

/** What was asked for can't be done, or there is no such thing; the message says why, to the person who asked. */
public final class ActionRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ActionRefusedException(String message) {
        super(message);
    }
}
