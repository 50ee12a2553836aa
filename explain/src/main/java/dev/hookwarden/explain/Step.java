package dev.hookwarden.explain;

/**
 * One look at an attempt.
 *
 * @param meaning what was seen, in words
 * @param next what to do about it; empty when there is nothing to do
 */
public record Step(Check check, Outcome outcome, String meaning, String next) {
    /** How a look ended. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** Nothing that the signature depends on, and worth knowing. */
        NOTED,
        /** Not looked at, since an earlier step failed. */
        NOT_REACHED
    }

    static Step passed(Check check, String meaning) {
        return new Step(check, Outcome.PASSED, meaning, "");
    }

    static Step noted(Check check, String meaning, String next) {
        return new Step(check, Outcome.NOTED, meaning, next);
    }

    static Step failed(Check check, String meaning, String next) {
        return new Step(check, Outcome.FAILED, meaning, next);
    }

    static Step notReached(Check check) {
        return new Step(check, Outcome.NOT_REACHED, "not looked at", "");
    }
}
