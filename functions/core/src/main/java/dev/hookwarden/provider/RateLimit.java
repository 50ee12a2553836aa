package dev.hookwarden.provider;

import java.time.Duration;

/**
 * How often a provider lets a class of its endpoints be called: at most so many calls in any span of this length.
 *
 * @param endpointClass the endpoints that share the limit, as {@code sync}; {@link #EVERY_CALL} for a limit over all of them
 * @param calls more than zero
 * @param window longer than zero
 */
public record RateLimit(String endpointClass, int calls, Duration window) {
    /** The class that every call belongs to. */
    public static final String EVERY_CALL = "all";

    public RateLimit {
        if (!endpointClass.matches("[a-z][a-z0-9-]{0,31}") || calls <= 0 || !window.isPositive()) {
            throw new IllegalArgumentException(
                    "A limit needs a name, a number of calls and a window: " + endpointClass);
        }
    }

    /** A limit in a rolling minute, which is how providers state them. */
    public static RateLimit perMinute(String endpointClass, int calls) {
        return new RateLimit(endpointClass, calls, Duration.ofMinutes(1));
    }
}
