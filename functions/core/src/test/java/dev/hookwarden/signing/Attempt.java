package dev.hookwarden.signing;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.http.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** An attempt that verifies, until a test breaks one thing of it. */
record Attempt(
        SignatureScheme scheme,
        List<StagedKey> keys,
        List<Entry<String, String>> headers,
        Payload payload,
        Instant receivedAt) {
    /** 32 bytes in base64; also usable as the text that it is. */
    static final String KEY = "whsec_q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=";

    static final String OTHER_KEY = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    static final String ID = "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W";
    static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    static final Duration TOLERANCE = Duration.ofMinutes(5);
    static final String TIME = "1795348800";
    static final String PAYLOAD = "{\"event_id\": \"evt_1\",\n \"amount\": 10}";

    static Attempt from(Sender sender) {
        return of(sender, ID, TIME, PAYLOAD.getBytes(StandardCharsets.UTF_8));
    }

    /** Signed over just this id, time and payload, whatever they say. */
    static Attempt of(Sender sender, String id, String time, byte[] payload) {
        return new Attempt(
                sender.scheme(),
                List.of(current(sender.scheme(), KEY)),
                List.copyOf(new TreeMap<>(sender.sign(sender.keyBytes(KEY), id, time, payload)).entrySet()),
                Payload.of(payload),
                AT);
    }

    static StagedKey current(SignatureScheme scheme, String key) {
        return new StagedKey(scheme.signingKey(key), KeyStage.CURRENT, "v-current");
    }

    String signature() {
        return headers.stream()
                .filter(header -> header.getKey().equals(scheme.header()))
                .map(Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    Attempt withSignature(String value) {
        return with(scheme.header(), value);
    }

    Attempt withSignature(UnaryOperator<String> change) {
        return withSignature(change.apply(signature()));
    }

    Attempt with(String header, String value) {
        return without(header).plus(header, value);
    }

    /** Sends the header once more. */
    Attempt plus(String header, String value) {
        List<Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(header, value));
        return new Attempt(scheme, keys, List.copyOf(more), payload, receivedAt);
    }

    Attempt without(String header) {
        List<Entry<String, String>> fewer =
                headers.stream().filter(entry -> !entry.getKey().equals(header)).toList();
        return new Attempt(scheme, keys, fewer, payload, receivedAt);
    }

    Attempt withPayload(byte[] other) {
        return new Attempt(scheme, keys, headers, Payload.of(other), receivedAt);
    }

    Attempt withPayload(String other) {
        return withPayload(other.getBytes(StandardCharsets.UTF_8));
    }

    Attempt withKeys(StagedKey... others) {
        return new Attempt(scheme, List.of(others), headers, payload, receivedAt);
    }

    Attempt receivedAt(Instant instant) {
        return new Attempt(scheme, keys, headers, payload, instant);
    }

    Verification verify() {
        return verify(scheme::verify);
    }

    /** Verified by something else than the scheme itself. */
    Verification verify(Check check) {
        Headers.Builder sent = new Headers.Builder();
        headers.forEach(header -> sent.add(header.getKey(), header.getValue()));
        return check.verify(sent.build(), payload.bytes(), new Keyring(keys), receivedAt);
    }

    /** What verifies an attempt. */
    @FunctionalInterface
    interface Check {
        Verification verify(Headers headers, byte[] payload, Keyring keyring, Instant now);
    }
}
