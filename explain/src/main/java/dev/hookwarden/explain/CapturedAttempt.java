package dev.hookwarden.explain;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.http.Headers;
import java.time.Instant;

/**
 * An attempt as somebody kept it.
 *
 * @param payload the exact bytes of the body
 * @param receivedAt when it was received: signed times and keys' deadlines are held against this
 */
public record CapturedAttempt(Headers headers, Payload payload, Instant receivedAt) {}
