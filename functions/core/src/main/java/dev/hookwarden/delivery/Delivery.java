package dev.hookwarden.delivery;

import dev.hookwarden.signing.KeyStage;
import java.time.Instant;

/**
 * One event as received by us, verified.
 *
 * @param providerId the provider that signed it
 * @param deliveryId the identity by which repeats are dropped; unique within its provider
 * @param eventType the dotted name inside the payload, or {@code unknown}
 * @param attemptId the HTTP try that brought it here, named by us; unlike the delivery id it differs from one repeat to the next
 * @param receivedAt when that try arrived
 * @param keyStage the stage of the key that verified it
 * @param keyVersion the version of that key
 */
public record Delivery(
        String providerId,
        String deliveryId,
        String eventType,
        String attemptId,
        Instant receivedAt,
        KeyStage keyStage,
        String keyVersion,
        Payload payload) {

    /** The identity across all providers; no provider's id contains the separator. */
    public String idempotencyKey() {
        return idempotencyKey(providerId, deliveryId);
    }

    static String idempotencyKey(String providerId, String deliveryId) {
        return providerId + "#" + deliveryId;
    }

    /** Whether it is a {@link Canary}, which is remembered like any other and goes nowhere. */
    public boolean isCanary() {
        return eventType.equals(Canary.EVENT_TYPE) && deliveryId.startsWith(Canary.ID_PREFIX);
    }
}
