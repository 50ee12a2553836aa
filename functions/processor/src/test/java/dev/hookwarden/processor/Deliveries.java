package dev.hookwarden.processor;

import dev.hookwarden.delivery.Canary;
import dev.hookwarden.delivery.Delivery;
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
        return new Delivery(
                "zenoo",
                canary.deliveryId(),
                Canary.EVENT_TYPE,
                "attempt-of-canary",
                RECEIVED_AT,
                KeyStage.PENDING,
                "version-2",
                canary.payload());
    }

    private static Delivery of(String deliveryId, String attemptId, byte[] payload) {
        return new Delivery(
                "zenoo",
                deliveryId,
                "case.completed",
                attemptId,
                RECEIVED_AT,
                KeyStage.CURRENT,
                "version-1",
                Payload.of(payload));
    }

    /** The message that brings the delivery for the first time. */
    static QueuedMessage queued(Delivery delivery) {
        return queued("message-of-" + delivery.attemptId(), delivery);
    }

    static QueuedMessage queued(String messageId, Delivery delivery) {
        return new QueuedMessage(messageId, Envelope.of(delivery), 1);
    }
}
