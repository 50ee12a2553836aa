package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.http.Headers;
import dev.hookwarden.signing.Verification.Verified;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One webhook with the verdict that is expected of it.
 *
 * @param keys used as they are: whether a key may be loaded at all is another question, and vectors use short ones
 * @param now when it is received
 */
record WebhookVector(
        String name,
        SignatureScheme scheme,
        List<SigningKey> keys,
        Instant now,
        Payload body,
        Headers headers,
        boolean verifies)
        implements VectorFile.Vector {
    private static final Set<String> VERIFIED =
            Set.of("true", "valid", "verified", "verify", "accept", "accepted", "ok", "pass", "success");
    private static final Set<String> REFUSED =
            Set.of("false", "invalid", "refused", "refuse", "reject", "rejected", "error", "fail", "failure");

    static Stream<WebhookVector> in(JsonNode file, JsonNode vectors) {
        List<JsonNode> all = StreamSupport.stream(vectors.spliterator(), false).toList();
        Optional<String> byHeaders = all.stream()
                .flatMap(vector -> VectorScheme.named(vector).stream())
                .findFirst();
        return all.stream().map(vector -> read(file, vector, all.indexOf(vector), byHeaders));
    }

    private static WebhookVector read(JsonNode file, JsonNode vector, int index, Optional<String> otherwise) {
        String named = VectorScheme.named(vector)
                .or(() -> VectorScheme.named(file))
                .or(() -> otherwise)
                .orElseThrow(() -> new IllegalArgumentException("Vector " + index
                        + " carries no signature header that is known; name its scheme: " + VectorScheme.NAMES));
        SignatureScheme scheme = VectorScheme.of(
                named, Duration.ofSeconds(either(vector, file, "tolerance").asLong(300)));
        return new WebhookVector(
                index + " " + first(vector, "name", "comment", "description").asText(named),
                scheme,
                keys(scheme, first(vector, "secrets", "secret", "keys", "key")),
                instant(first(vector, "now", "timestamp")),
                body(vector),
                headers(vector.path("headers")),
                verdict(first(vector, "expect", "expected", "result", "valid")));
    }

    private static JsonNode either(JsonNode vector, JsonNode file, String field) {
        return vector.has(field) ? vector.path(field) : file.path(field);
    }

    private static JsonNode first(JsonNode vector, String... fields) {
        for (String field : fields) {
            if (vector.has(field)) {
                return vector.path(field);
            }
        }
        return vector.path(fields[0]);
    }

    private static List<SigningKey> keys(SignatureScheme scheme, JsonNode secrets) {
        List<SigningKey> keys = new ArrayList<>();
        for (JsonNode secret : secrets.isArray() ? secrets : List.of(secrets)) {
            keys.add(new SigningKey(VectorScheme.keyBytes(scheme, secret.asText())));
        }
        return keys;
    }

    /** Seconds since 1970, as a number or as text, or ISO 8601; without one the time is 1970, which only matters to schemes that sign it. */
    private static Instant instant(JsonNode value) {
        String text = value.asText("0");
        return text.matches("-?[0-9]{1,18}") ? Instant.ofEpochSecond(Long.parseLong(text)) : Instant.parse(text);
    }

    private static Payload body(JsonNode vector) {
        if (vector.has("bodyBase64")) {
            return Payload.of(
                    Base64.getDecoder().decode(vector.path("bodyBase64").asText()));
        }
        JsonNode body = first(vector, "body", "payload");
        if (!body.isTextual()) {
            throw new IllegalArgumentException("A body is text, the exact bytes in UTF-8, or bodyBase64");
        }
        return Payload.of(body.asText().getBytes(StandardCharsets.UTF_8));
    }

    private static Headers headers(JsonNode named) {
        Headers.Builder headers = new Headers.Builder();
        named.properties().forEach(header -> {
            for (JsonNode value : header.getValue().isArray() ? header.getValue() : List.of(header.getValue())) {
                headers.add(header.getKey(), value.asText());
            }
        });
        return headers.build();
    }

    private static boolean verdict(JsonNode expect) {
        String word = (expect.isObject() ? first(expect, "verified", "valid", "verdict", "result") : expect)
                .asText()
                .toLowerCase(Locale.ROOT);
        if (VERIFIED.contains(word) || REFUSED.contains(word)) {
            return VERIFIED.contains(word);
        }
        throw new IllegalArgumentException("Expect verified or refused, not " + word);
    }

    @Override
    public void check() {
        List<StagedKey> staged = keys.stream()
                .map(key -> new StagedKey(key, KeyStage.CURRENT, "vector"))
                .toList();
        Verification verification = scheme.verify(headers, body.bytes(), new Keyring(staged), now);
        assertThat(verification instanceof Verified).as("%s", verification).isEqualTo(verifies);
    }
}
