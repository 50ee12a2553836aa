package dev.hookwarden.processor;

import dev.hookwarden.delivery.Canary;
import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.signing.KeyStage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Valid deliveries, and the messages that bring them. */
final class Deliveries {
    static final Instant RECEIVED_AT = Instant.parse("2026-11-22T10:15:30.250Z");

    private Deliveries() {}

    static Delivery valid() {
        return withAttempt("evt_01", "attempt-1");
    }

    static Delivery withId(String deliveryId) {
        return withAttempt(deliveryId, "attempt-of-" + deliveryId);
    }

    static Delivery withAttempt(String deliveryId, String attemptId) {
        return of(deliveryId, attemptId, "{\"name\":\"value\"}".getBytes(StandardCharsets.UTF_8));
    }

    static Delivery withPayload(String payload) {
        return withPayload(payload.getBytes(StandardCharsets.UTF_8));
    }

    static Delivery withPayload(byte[] payload) {
        return of("evt_01", "attempt-1", payload);
    }

    /** As ingest makes it of a canary's payload. */
    static Delivery canary() {
        Canary canary = new Canary("0a1b2c3d");
        return of(canary.deliveryId(), Canary.EVENT_TYPE, "attempt-of-canary", canary.payload());
    }

    /** A payload that is too large for the queue, and fits into an event; JSON, and nothing but. */
    static byte[] largeJson() {
        return json(Envelope.MAX_INLINE_BYTES + 1);
    }

    /** JSON of so many bytes. */
    static byte[] json(int size) {
        return ("{\"name\":\"" + "x".repeat(size - 11) + "\"}").getBytes(StandardCharsets.US_ASCII);
    }

    static Delivery of(String deliveryId, String attemptId, byte[] payload) {
        return of(deliveryId, "case.completed", attemptId, Payload.of(payload));
    }

    private static Delivery of(String deliveryId, String eventType, String attemptId, Payload payload) {
        return new Delivery(
                new DeliveryMetadata(
                        "zenoo",
                        deliveryId,
                        eventType,
                        attemptId,
                        RECEIVED_AT,
                        KeyStage.CURRENT,
                        "version-1",
                        payload.sha256()),
                payload);
    }

    /** The message that brings the delivery for the first time. */
    static QueuedMessage queued(Delivery delivery) {
        return queued("message-of-" + delivery.metadata().attemptId(), delivery);
    }

    static QueuedMessage queued(String messageId, Delivery delivery) {
        return new QueuedMessage(messageId, Envelope.of(delivery), 1);
    }
}
