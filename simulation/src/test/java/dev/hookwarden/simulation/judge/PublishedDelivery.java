package dev.hookwarden.simulation.judge;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.aws.eventbridge.PutEvent;
import dev.hookwarden.simulation.provider.Sent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the delivery that an event carries, by its payload alone. */
final class PublishedDelivery {
    /** Reads 10.10 as that and not as 10.1. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Pattern NUMBER = Pattern.compile("(?:\"number\":|job=)(\\d+)");

    private PublishedDelivery() {}

    static Optional<Entry> in(PutEvent event, Optional<Payload> stored, Map<Integer, Entry> ledger) {
        JsonNode detail = event.detail();
        return found(detail, stored, ledger).filter(entry -> isOf(event, entry.sent));
    }

    private static Optional<Entry> found(JsonNode detail, Optional<Payload> stored, Map<Integer, Entry> ledger) {
        if (detail.has("payload")) {
            return Optional.ofNullable(
                            ledger.get(detail.at("/payload/data/number").asInt(-1)))
                    .filter(entry -> isSameJson(entry.sent, detail.get("payload")));
        }
        return detail.has("payloadBase64")
                ? inBytes(
                        Base64.getDecoder().decode(detail.path("payloadBase64").asText()), ledger)
                : stored.flatMap(payload -> inBytes(payload.bytes(), ledger));
    }

    private static Optional<Entry> inBytes(byte[] payload, Map<Integer, Entry> ledger) {
        // Some payloads are UTF-16, whose every other byte is zero.
        String text = new String(payload, StandardCharsets.ISO_8859_1).replace("\u0000", "");
        Matcher number = NUMBER.matcher(text);
        return number.find()
                ? Optional.ofNullable(ledger.get(Integer.parseInt(number.group(1))))
                        .filter(entry -> Arrays.equals(entry.sent.payload().bytes(), payload))
                : Optional.empty();
    }

    private static boolean isSameJson(Sent sent, JsonNode payload) {
        try {
            return JSON.readTree(sent.payload().bytes()).toString().equals(payload.toString());
        } catch (JacksonException notJson) {
            return false;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isOf(PutEvent event, Sent sent) {
        return event.source().equals("hookwarden." + sent.provider().id());
    }
}
