package dev.hookwarden.cli.installation;

/** The answer is no: says why, and what to do next. Ends the command with exit code 1. */
public final class RefusedException extends RuntimeException {
    public RefusedException(String message) {
        super(message);
    }
}
