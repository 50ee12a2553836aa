package dev.hookwarden.local.providers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;

/**
 * Calls that fail or are slow.
 *
 * @param status what they answer; 0 for an answer as if nothing was wrong
 * @param count how many calls are meant
 * @param latencyMs how long each takes longer before its first byte, in milliseconds
 * @param retryAfter the seconds that {@code Retry-After} says, if it is sent
 * @param body what is wrong with their bodies
 * @param paceMs how long a trickled body waits before each byte, in milliseconds
 */
record PlannedFaults(int status, int count, int latencyMs, OptionalInt retryAfter, BodyFault body, int paceMs) {
    static final PlannedFaults NONE = new PlannedFaults(0, 0, 0, OptionalInt.empty(), BodyFault.NONE, 0);

    private static final int DEFAULT_PACE = 100;
    private static final int LONGEST = 60_000;

    PlannedFaults {
        if ((status != 0 && (status < 200 || status > 599)) || count < 0) {
            throw new IllegalArgumentException("status is an HTTP status from 200, and count is not negative");
        }
        if (isNoPause(latencyMs) || isNoPause(paceMs) || retryAfter.orElse(0) < 0) {
            throw new IllegalArgumentException(
                    "latencyMs and paceMs are from 0 to " + LONGEST + ", and retryAfter is not negative");
        }
    }

    private static boolean isNoPause(int milliseconds) {
        return milliseconds < 0 || milliseconds > LONGEST;
    }

    /**
     * What was asked for; every field may be missing.
     *
     * @throws IllegalArgumentException if a field can't be what it says
     */
    static PlannedFaults from(JsonNode json) {
        return new PlannedFaults(
                json.path("status").asInt(0),
                json.path("count").asInt(1),
                json.path("latencyMs").asInt(0),
                json.has("retryAfter") ? OptionalInt.of(json.path("retryAfter").asInt(-1)) : OptionalInt.empty(),
                json.has("body") ? BodyFault.named(json.path("body").asText()) : BodyFault.NONE,
                json.path("paceMs").asInt(DEFAULT_PACE));
    }

    PlannedFaults afterOne() {
        return count <= 1 ? NONE : new PlannedFaults(status, count - 1, latencyMs, retryAfter, body, paceMs);
    }

    /** The answer that a call gets for which there would be this one. */
    ApiAnswer in(ApiAnswer answer) {
        ApiAnswer planned = body.in(status == 0 ? answer : ApiAnswer.planned(status));
        return retryAfter.isPresent()
                ? planned.withHeader("Retry-After", Integer.toString(retryAfter.getAsInt()))
                : planned;
    }
}
