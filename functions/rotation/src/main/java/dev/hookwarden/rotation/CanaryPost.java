package dev.hookwarden.rotation;

import dev.hookwarden.delivery.Payload;
import java.util.Map;

/** Posts to our own webhook address, from outside like everyone. */
@FunctionalInterface
public interface CanaryPost {
    /** In place of a status. */
    int NO_ANSWER = 0;

    /** The status that the address of this provider answers, or {@link #NO_ANSWER}. */
    int post(String providerId, Map<String, String> headers, Payload payload);
}
