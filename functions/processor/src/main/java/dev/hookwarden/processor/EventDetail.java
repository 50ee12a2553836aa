package dev.hookwarden.processor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;

/**
 * The detail of a delivery's event: {@code metadata}, and beside it {@code payload} when the payload is JSON, {@code payloadBase64} when it is
 * anything else, {@code payloadS3} when it is too large for an event.
 */
final class EventDetail {
    private EventDetail() {}

    /** With the payload in it. */
    static String embedding(Delivery delivery) {
        return delivery.payload()
                .text()
                .filter(EventDetail::mayBeEmbedded)
                .map(text -> asJson(delivery, text))
                .orElseGet(() -> asBase64(delivery));
    }

    /** With the place of the stored payload in it. */
    static String referring(Delivery delivery, String bucket) {
        return write(delivery.metadata(), "s3", json -> {
            json.writeObjectFieldStart("payloadS3");
            json.writeStringField("bucket", bucket);
            json.writeStringField("key", delivery.metadata().payloadKey());
            json.writeNumberField("bytes", delivery.payload().size());
            json.writeEndObject();
        });
    }

    private static String asJson(Delivery delivery, String text) {
        return write(delivery.metadata(), "json", json -> {
            json.writeFieldName("payload");
            // As sent: read into numbers and written again, 10.10 would become 10.1.
            json.writeRawValue(text);
        });
    }

    private static String asBase64(Delivery delivery) {
        String base64 = Base64.getEncoder().encodeToString(delivery.payload().bytes());
        return write(delivery.metadata(), "base64", json -> json.writeStringField("payloadBase64", base64));
    }

    private static String write(DeliveryMetadata metadata, String payloadEncoding, PayloadWriter payload) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeObjectFieldStart("metadata");
            writeMetadata(json, metadata);
            json.writeStringField("payloadEncoding", payloadEncoding);
            json.writeEndObject();
            payload.writeTo(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return text.toString();
    }

    private static void writeMetadata(JsonGenerator json, DeliveryMetadata delivery) throws IOException {
        json.writeStringField("id", delivery.idempotencyKey());
        json.writeStringField("provider", delivery.providerId());
        json.writeStringField("deliveryId", delivery.deliveryId());
        json.writeStringField("eventType", delivery.eventType());
        json.writeStringField("receivedAt", delivery.receivedAt().toString());
        json.writeStringField("attemptId", delivery.attemptId());
        json.writeStringField("keyStage", delivery.keyStage().name().toLowerCase(Locale.ROOT));
        json.writeStringField("keyVersion", delivery.keyVersion());
        json.writeStringField("payloadSha256", delivery.payloadSha256());
    }

    /** PutEvents takes JSON whose integers fit into 64 bits (docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html). */
    private static boolean mayBeEmbedded(String text) {
        return Json.isOneValue(text) && !hasHugeInteger(text);
    }

    private static boolean hasHugeInteger(String text) {
        try (JsonParser parser = Json.FACTORY.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_INT
                        && parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                    return true;
                }
            }
            return false;
        } catch (IOException malformed) {
            return true;
        }
    }

    private interface PayloadWriter {
        void writeTo(JsonGenerator json) throws IOException;
    }
}
