package dev.hookwarden.cli.keys;

import java.time.Instant;

/**
 * A delivery that a version of a key verified.
 *
 * @param id provider and delivery id, joined by {@code #}
 */
record VerifiedDelivery(Instant receivedAt, String id, String eventType) {}
