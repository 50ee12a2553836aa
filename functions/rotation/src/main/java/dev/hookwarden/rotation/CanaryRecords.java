package dev.hookwarden.rotation;

import java.util.Optional;

/** Tells which deliveries came out of the queue. */
@FunctionalInterface
public interface CanaryRecords {
    /**
     * The version of the key that verified a delivery, once it came out of the queue.
     *
     * @param idempotencyKey as {@link dev.hookwarden.delivery.DeliveryMetadata#idempotencyKey}
     */
    Optional<String> keyVersion(String idempotencyKey);
}
