package dev.hookwarden.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SignatureScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** A delivery of Zenoo's of any size, as its bytes and as the event that API Gateway makes of it. */
final class SampleDelivery {
    static final String KEY = "8f742231b10e8888abcd99d1ee00aa85";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SAMPLE = Path.of("events/zenoo/case/case.created.json");

    private SampleDelivery() {}

    /** A payload of this many bytes. */
    static String payload(String id, int size) {
        String begin = "{\"event_id\":\"" + id + "\",\"event_type\":\"case.created\",\"filler\":\"";
        return begin + "x".repeat(size - begin.length() - 2) + "\"}";
    }

    static Map<String, String> signature(String payload) {
        SignatureScheme scheme = Provider.ZENOO.scheme();
        return scheme.sign(scheme.signingKey(KEY), payload.getBytes(StandardCharsets.UTF_8), "", Instant.EPOCH);
    }

    /** The sample event with this payload in it, signed. */
    static byte[] event(String payload) {
        try {
            ObjectNode event = (ObjectNode) JSON.readTree(Files.readAllBytes(SAMPLE));
            event.put("body", payload.getBytes(StandardCharsets.UTF_8)).put("isBase64Encoded", true);
            signature(payload).forEach((name, value) -> {
                event.withObject("/headers").put(name, value);
                event.withObject("/multiValueHeaders").putArray(name).add(value);
            });
            return JSON.writeValueAsBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException("Run it from the root of the checkout", e);
        }
    }
}
