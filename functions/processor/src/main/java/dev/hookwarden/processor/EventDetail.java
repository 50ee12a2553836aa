package dev.hookwarden.processor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** The detail of a delivery's event: {@code metadata}, and beside it {@code payload} when the payload is JSON, else {@code payloadBase64}. */
final class EventDetail {
    private EventDetail() {}

    static String of(Delivery delivery) {
        Optional<String> embedded = delivery.payload().text().filter(EventDetail::mayBeEmbedded);
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeObjectFieldStart("metadata");
            writeMetadata(json, delivery);
            json.writeStringField("payloadEncoding", embedded.isPresent() ? "json" : "base64");
            json.writeEndObject();
            if (embedded.isPresent()) {
                json.writeFieldName("payload");
                // As sent: read into numbers and written again, 10.10 would become 10.1.
                json.writeRawValue(embedded.get());
            } else {
                json.writeStringField(
                        "payloadBase64",
                        Base64.getEncoder().encodeToString(delivery.payload().bytes()));
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return text.toString();
    }

    private static void writeMetadata(JsonGenerator json, Delivery delivery) throws IOException {
        json.writeStringField("id", delivery.idempotencyKey());
        json.writeStringField("provider", delivery.providerId());
        json.writeStringField("deliveryId", delivery.deliveryId());
        json.writeStringField("eventType", delivery.eventType());
        json.writeStringField("receivedAt", delivery.receivedAt().toString());
        json.writeStringField("attemptId", delivery.attemptId());
        json.writeStringField("keyStage", delivery.keyStage().name().toLowerCase(Locale.ROOT));
        json.writeStringField("keyVersion", delivery.keyVersion());
        json.writeStringField("payloadSha256", delivery.payload().sha256());
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
}
