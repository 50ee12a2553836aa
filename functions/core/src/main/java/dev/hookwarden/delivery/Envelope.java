package dev.hookwarden.delivery;

import dev.hookwarden.signing.KeyStage;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A delivery as it travels through the queue: a body and text attributes.
 *
 * @param body the payload as it is where the queue takes it as text, else in base64; the attribute {@code payloadEncoding} says which
 */
public record Envelope(String body, Map<String, String> attributes) {
    /**
     * The largest payload that fits in any form, in bytes. Message and event are each at most 1,048,576 bytes (docs.aws.amazon.com,
     * SQS quotas and EventBridge PutEvents); base64 adds a third, and 11,000 bytes stay free for what is beside the payload.
     */
    public static final int MAX_PAYLOAD_BYTES = 760 * 1024;

    private static final String TEXT = "text";
    private static final String BASE64 = "base64";

    public Envelope {
        attributes = Map.copyOf(attributes);
    }

    /** Packs a delivery. */
    public static Envelope of(Delivery delivery) {
        Optional<String> text = delivery.payload().text().filter(Envelope::isTextForTheQueue);
        return new Envelope(
                text.orElseGet(() ->
                        Base64.getEncoder().encodeToString(delivery.payload().bytes())),
                Map.of(
                        "provider", delivery.providerId(),
                        "deliveryId", delivery.deliveryId(),
                        "eventType", delivery.eventType(),
                        "attemptId", delivery.attemptId(),
                        "receivedAt", delivery.receivedAt().toString(),
                        "keyStage", delivery.keyStage().name(),
                        "keyVersion", delivery.keyVersion(),
                        "payloadSha256", delivery.payload().sha256(),
                        "payloadEncoding", text.isPresent() ? TEXT : BASE64));
    }

    /**
     * Unpacks the delivery.
     *
     * @throws MalformedEnvelopeException if an attribute is missing or malformed, or the payload isn't the one that was packed
     */
    public Delivery open() {
        Payload payload = payload();
        if (!payload.sha256().equals(attribute("payloadSha256"))) {
            throw new MalformedEnvelopeException("The payload is not the one that was queued: its SHA-256 differs");
        }
        try {
            return new Delivery(
                    attribute("provider"),
                    attribute("deliveryId"),
                    attribute("eventType"),
                    attribute("attemptId"),
                    Instant.parse(attribute("receivedAt")),
                    KeyStage.valueOf(attribute("keyStage")),
                    attribute("keyVersion"),
                    payload);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw new MalformedEnvelopeException("The attribute receivedAt or keyStage is malformed");
        }
    }

    /** Leaves the body out: it may hold personal data. */
    @Override
    public String toString() {
        return "Envelope[" + body.length() + " characters, " + attributes + "]";
    }

    private Payload payload() {
        return switch (attribute("payloadEncoding")) {
            case TEXT -> Payload.of(body.getBytes(StandardCharsets.UTF_8));
            case BASE64 -> Payload.of(decoded());
            default -> throw new MalformedEnvelopeException("The attribute payloadEncoding is neither text nor base64");
        };
    }

    private byte[] decoded() {
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException malformed) {
            throw new MalformedEnvelopeException("The body is not base64, as the attribute payloadEncoding says");
        }
    }

    private String attribute(String name) {
        String value = attributes.get(name);
        if (value == null) {
            throw new MalformedEnvelopeException("The attribute " + name + " is missing");
        }
        return value;
    }

    /** SQS refuses an empty body and the characters that XML 1.0 has no form for (SQS API reference, SendMessage). */
    private static boolean isTextForTheQueue(String text) {
        return !text.isEmpty()
                && text.codePoints()
                        .allMatch(point -> point == '\t'
                                || point == '\n'
                                || point == '\r'
                                || (point >= 0x20 && point <= 0xD7FF)
                                || (point >= 0xE000 && point <= 0xFFFD)
                                || point >= 0x10000);
    }
}
