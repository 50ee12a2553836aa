package dev.hookwarden.cli.listen;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hookwarden.delivery.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * The event of a delivery, whose detail the README describes.
 *
 * @param metadata the detail's {@code metadata}
 * @param embedded the payload as it stands in the detail, or empty when it is referred to
 * @param bucket where the payload is that is referred to, else empty
 * @param key the same
 */
record ReceivedEvent(JsonNode metadata, Payload embedded, String bucket, String key) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DETAIL = "detail";

    /** Reads it; throws {@link IOException} when it is not the event of a delivery. The message doesn't show it. */
    static ReceivedEvent read(String event) throws IOException {
        try {
            JsonNode detail = MAPPER.readTree(event).path(DETAIL);
            JsonNode reference = detail.path("payloadS3");
            return new ReceivedEvent(
                    detail.path("metadata"),
                    embedded(event, detail),
                    reference.path("bucket").asText(),
                    reference.path("key").asText());
        } catch (IOException | IllegalArgumentException malformed) {
            throw new IOException("An event came that is no delivery's");
        }
    }

    boolean isReference() {
        return !bucket.isEmpty();
    }

    /** The delivery with its payload. */
    Copy with(Payload payload) {
        return new Copy(
                text("provider"),
                text("deliveryId"),
                text("eventType"),
                Instant.parse(text("receivedAt")),
                text("keyVersion"),
                payload,
                payload.sha256().equals(text("payloadSha256")));
    }

    private String text(String name) {
        return metadata.path(name).asText();
    }

    private static Payload embedded(String event, JsonNode detail) throws IOException {
        return switch (detail.path("metadata").path("payloadEncoding").asText()) {
            case "json" -> Payload.of(payloadIn(event).getBytes(StandardCharsets.UTF_8));
            case "base64" ->
                Payload.of(
                        Base64.getDecoder().decode(detail.path("payloadBase64").asText()));
            case "s3" -> Payload.of(new byte[0]);
            default -> throw new IllegalArgumentException("An encoding that there is not");
        };
    }

    /** The payload's own characters: read into values and written again, they might be others. */
    private static String payloadIn(String event) throws IOException {
        try (JsonParser json = MAPPER.createParser(event)) {
            enter(json, DETAIL);
            enter(json, "payload");
            int from = (int) json.currentTokenLocation().getCharOffset();
            json.skipChildren();
            json.finishToken();
            return event.substring(from, (int) json.currentLocation().getCharOffset())
                    .strip();
        }
    }

    /** Goes to the value of the field of this object. */
    private static void enter(JsonParser json, String name) throws IOException {
        if (json.currentToken() == null) {
            json.nextToken();
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = json.currentName().equals(name);
            json.nextToken();
            if (found) {
                return;
            }
            json.skipChildren();
        }
        throw new IllegalArgumentException("There is no " + name);
    }

    /** Leaves the payload out. */
    @Override
    public String toString() {
        return "ReceivedEvent[" + text("deliveryId") + "]";
    }
}
