package dev.hookwarden.processor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.json.Json;
import dev.hookwarden.processor.enrichment.Enrichment;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;

/**
 * The detail of a delivery's event: {@code metadata}, and beside it {@code payload} when the payload is JSON, {@code payloadBase64} when it is
 * anything else, {@code payloadS3} when it is too large for an event; and {@code enrichment} when something was to be fetched.
 */
final class EventDetail {
    private EventDetail() {}

    /** With the payload in it, and nothing else. */
    static String embedding(Delivery delivery) {
        return embedding(EnrichedDelivery.bare(delivery));
    }

    /** With the payload in it. */
    static String embedding(EnrichedDelivery enriched) {
        return enriched.delivery()
                .payload()
                .text()
                .filter(EventDetail::mayBeEmbedded)
                .map(text -> asJson(enriched, text))
                .orElseGet(() -> asBase64(enriched));
    }

    /** With the place of the stored payload in it. */
    static String referring(EnrichedDelivery enriched, String bucket) {
        return write(enriched, "s3", json -> {
            json.writeObjectFieldStart("payloadS3");
            json.writeStringField("bucket", bucket);
            json.writeStringField("key", enriched.delivery().metadata().payloadKey());
            json.writeNumberField("bytes", enriched.delivery().payload().size());
            json.writeEndObject();
        });
    }

    private static String asJson(EnrichedDelivery enriched, String text) {
        return write(enriched, "json", json -> {
            json.writeFieldName("payload");
            // As sent: read into numbers and written again, 10.10 would become 10.1.
            json.writeRawValue(text);
        });
    }

    private static String asBase64(EnrichedDelivery enriched) {
        String base64 =
                Base64.getEncoder().encodeToString(enriched.delivery().payload().bytes());
        return write(enriched, "base64", json -> json.writeStringField("payloadBase64", base64));
    }

    private static String write(EnrichedDelivery enriched, String payloadEncoding, PayloadWriter payload) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeObjectFieldStart("metadata");
            writeMetadata(json, enriched.delivery().metadata());
            json.writeStringField("payloadEncoding", payloadEncoding);
            json.writeEndObject();
            payload.writeTo(json);
            if (enriched.enrichment().isPresent()) {
                json.writeObjectFieldStart("enrichment");
                writeEnrichment(json, embeddable(enriched.enrichment().get()));
                json.writeEndObject();
            }
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

    private static void writeEnrichment(JsonGenerator json, Enrichment enrichment) throws IOException {
        json.writeStringField("status", enrichment.status().name().toLowerCase(Locale.ROOT));
        if (enrichment.reason().isPresent()) {
            json.writeStringField("reason", enrichment.reason().get());
        }
        if (enrichment.body().isPresent()) {
            json.writeFieldName("body");
            json.writeRawValue(enrichment.body().get());
        }
    }

    private static Enrichment embeddable(Enrichment enrichment) {
        return enrichment.body().filter(body -> !mayBeEmbedded(body)).isPresent()
                ? Enrichment.leftOut("huge_number")
                : enrichment;
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
