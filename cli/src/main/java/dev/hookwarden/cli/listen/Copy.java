package dev.hookwarden.cli.listen;

import dev.hookwarden.delivery.Payload;
import java.time.Instant;

/**
 * A delivery as the bus passed it on.
 *
 * @param isIntact whether these are the bytes that ingest verified, by their SHA-256; the bus may write JSON in another way
 */
record Copy(
        String providerId,
        String deliveryId,
        String eventType,
        Instant receivedAt,
        String keyVersion,
        Payload payload,
        boolean isIntact) {}
