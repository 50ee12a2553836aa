package dev.hookwarden.cli.deliveries;

import java.time.Instant;

/**
 * A delivery that a version of a key verified.
 *
 * @param id provider and delivery id, joined by {@code #}
 * @param attemptId the attempt that holds the claim on it
 */
public record VerifiedDelivery(Instant receivedAt, String id, String eventType, String keyVersion, String attemptId) {}
