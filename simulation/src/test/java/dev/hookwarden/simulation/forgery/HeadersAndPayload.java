package dev.hookwarden.simulation.forgery;

import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Fields and what follows them out of one array of bytes: lines of name and value, a blank line, the rest. */
record HeadersAndPayload(Headers headers, Payload payload) {
    static HeadersAndPayload read(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        Headers.Builder headers = new Headers.Builder();
        head(text).lines().forEach(line -> headers.add(name(line), value(line)));
        return new HeadersAndPayload(headers.build(), Payload.of(rest(text).getBytes(StandardCharsets.ISO_8859_1)));
    }

    static Envelope envelope(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Map<String, String> attributes = new HashMap<>();
        head(text).lines().forEach(line -> attributes.put(name(line), value(line)));
        return new Envelope(rest(text), attributes);
    }

    static String write(Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(fields)
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }

    private static String head(String text) {
        int end = text.indexOf("\n\n");
        return end < 0 ? text : text.substring(0, end);
    }

    private static String rest(String text) {
        int end = text.indexOf("\n\n");
        return end < 0 ? "" : text.substring(end + 2);
    }

    private static String name(String line) {
        int colon = line.indexOf(": ");
        return colon < 0 ? line : line.substring(0, colon);
    }

    private static String value(String line) {
        int colon = line.indexOf(": ");
        return colon < 0 ? "" : line.substring(colon + 2);
    }
}
