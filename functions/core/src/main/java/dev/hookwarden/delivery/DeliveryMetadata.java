package dev.hookwarden.delivery;

import dev.hookwarden.signing.KeyStage;
import java.time.Instant;

/**
 * A delivery without its payload.
 *
 * @param providerId the provider that signed it
 * @param deliveryId the identity by which repeats are dropped; unique within its provider
 * @param eventType the dotted name inside the payload, or {@code unknown}
 * @param attemptId the HTTP try that brought it here, named by us; unlike the delivery id it differs from one repeat to the next
 * @param receivedAt when that try arrived
 * @param keyStage the stage of the key that verified it
 * @param keyVersion the version of that key
 * @param payloadSha256 the SHA-256 of the payload in lower-case hex
 */
public record DeliveryMetadata(
        String providerId,
        String deliveryId,
        String eventType,
        String attemptId,
        Instant receivedAt,
        KeyStage keyStage,
        String keyVersion,
        String payloadSha256) {

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

    /**
     * The key of the object that holds the payload when it is too large for the queue. Says nothing about anybody, belongs to this attempt
     * alone, and can't be guessed, as the attempt's id can't.
     */
    public String payloadKey() {
        return providerId + "/" + attemptId;
    }
}
