package dev.hookwarden.local.stack;

/**
 * Calls that fail or are slow.
 *
 * @param status what they answer; 0 for an answer as if nothing was wrong
 * @param count how many calls are meant
 * @param latencyMs how long each takes longer, in milliseconds
 */
record PlannedFaults(int status, int count, int latencyMs) {
    static final PlannedFaults NONE = new PlannedFaults(0, 0, 0);

    PlannedFaults {
        if ((status != 0 && (status < 100 || status > 599)) || count < 0 || latencyMs < 0 || latencyMs > 60_000) {
            throw new IllegalArgumentException(
                    "status is an HTTP status, count is not negative, latencyMs is from 0 to 60000");
        }
    }

    PlannedFaults afterOne() {
        return count <= 1 ? NONE : new PlannedFaults(status, count - 1, latencyMs);
    }
}
