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
 * @param body what the attribute {@code payloadEncoding} says: the payload as it is where the queue takes it as text, the payload in base64,
 *     or the claim check for it, which is the key of an object in the payload bucket
 */
public record Envelope(String body, Map<String, String> attributes) {
    /**
     * The largest payload that travels in the body, whatever it is made of, in bytes. A message is at most 1,048,576 bytes
     * (docs.aws.amazon.com, SQS quotas); base64 adds a third, and 11,000 bytes stay free for what is beside the payload.
     */
    public static final int MAX_INLINE_BYTES = 760 * 1024;

    private static final String TEXT = "text";
    private static final String BASE64 = "base64";
    private static final String CLAIM_CHECK = "s3";

    public Envelope {
        attributes = Map.copyOf(attributes);
    }

    /** Whether a payload is too large to travel in the body. */
    public static boolean needsClaimCheck(Payload payload) {
        return payload.size() > MAX_INLINE_BYTES;
    }

    /** Packs a delivery: its payload, or the claim check for one that is too large. */
    public static Envelope of(Delivery delivery) {
        Payload payload = delivery.payload();
        if (needsClaimCheck(payload)) {
            return of(delivery.metadata(), delivery.metadata().payloadKey(), CLAIM_CHECK);
        }
        return payload.text()
                .filter(Envelope::isTextForTheQueue)
                .map(text -> of(delivery.metadata(), text, TEXT))
                .orElseGet(() -> of(delivery.metadata(), Base64.getEncoder().encodeToString(payload.bytes()), BASE64));
    }

    private static Envelope of(DeliveryMetadata metadata, String body, String payloadEncoding) {
        return new Envelope(
                body,
                Map.of(
                        "provider", metadata.providerId(),
                        "deliveryId", metadata.deliveryId(),
                        "eventType", metadata.eventType(),
                        "attemptId", metadata.attemptId(),
                        "receivedAt", metadata.receivedAt().toString(),
                        "keyStage", metadata.keyStage().name(),
                        "keyVersion", metadata.keyVersion(),
                        "payloadSha256", metadata.payloadSha256(),
                        "payloadEncoding", payloadEncoding));
    }

    /**
     * Unpacks all but the payload.
     *
     * @throws MalformedEnvelopeException if an attribute is missing or malformed
     */
    public DeliveryMetadata metadata() {
        try {
            return new DeliveryMetadata(
                    attribute("provider"),
                    attribute("deliveryId"),
                    attribute("eventType"),
                    attribute("attemptId"),
                    Instant.parse(attribute("receivedAt")),
                    KeyStage.valueOf(attribute("keyStage")),
                    attribute("keyVersion"),
                    attribute("payloadSha256"));
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw new MalformedEnvelopeException("The attribute receivedAt or keyStage is malformed");
        }
    }

    /**
     * Unpacks the payload; empty when the body is the claim check for it, which is then certain to be this delivery's own.
     *
     * @throws MalformedEnvelopeException if an attribute is missing or malformed, or the payload or claim check isn't the one that was packed
     */
    public Optional<Payload> payload() {
        return switch (attribute("payloadEncoding")) {
            case TEXT -> Optional.of(asPacked(body.getBytes(StandardCharsets.UTF_8)));
            case BASE64 -> Optional.of(asPacked(decoded()));
            case CLAIM_CHECK -> claimChecked();
            default ->
                throw new MalformedEnvelopeException("The attribute payloadEncoding is none of text, base64 and s3");
        };
    }

    /** Leaves the body out: it may hold personal data. */
    @Override
    public String toString() {
        return "Envelope[" + body.length() + " characters, " + attributes + "]";
    }

    private Payload asPacked(byte[] bytes) {
        Payload payload = Payload.of(bytes);
        if (!payload.sha256().equals(attribute("payloadSha256"))) {
            throw new MalformedEnvelopeException("The payload is not the one that was queued: its SHA-256 differs");
        }
        return payload;
    }

    private Optional<Payload> claimChecked() {
        if (!body.equals(metadata().payloadKey())) {
            throw new MalformedEnvelopeException("The claim check is not this delivery's own");
        }
        return Optional.empty();
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
        for (int index = 0; index < text.length(); index++) {
            if (!hasAForm(text.charAt(index))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Of what is decoded from UTF-8, where the halves of a pair always come together. */
    private static boolean hasAForm(char character) {
        return character >= ' ' ? character <= '\uFFFD' : character == '\t' || character == '\n' || character == '\r';
    }
}
