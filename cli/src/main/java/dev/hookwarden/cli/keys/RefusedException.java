package dev.hookwarden.cli.keys;

/** The answer is no: says why, and what to do next. Ends the command with exit code 1. */
final class RefusedException extends RuntimeException {
    RefusedException(String message) {
        super(message);
    }
}
