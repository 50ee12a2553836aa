package dev.hookwarden.local.cloudwatch.filter;

/** Whether an event matches; undocumented, where AWS's documentation leaves it open and what is documented does not decide it. */
enum Verdict {
    MATCH,
    NO_MATCH,
    UNDOCUMENTED;

    static Verdict of(boolean matches) {
        return matches ? MATCH : NO_MATCH;
    }

    Verdict and(Verdict other) {
        if (this == NO_MATCH || other == NO_MATCH) {
            return NO_MATCH;
        }
        return this == MATCH ? other : UNDOCUMENTED;
    }

    Verdict or(Verdict other) {
        if (this == MATCH || other == MATCH) {
            return MATCH;
        }
        return this == NO_MATCH ? other : UNDOCUMENTED;
    }
}
