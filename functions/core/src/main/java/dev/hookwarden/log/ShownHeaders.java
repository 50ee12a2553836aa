package dev.hookwarden.log;

import dev.hookwarden.http.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of an attempt's headers may be logged: the values of an allow-list; of every other header how long it is and eight hex digits of its
 * SHA-256, enough to see that two attempts carried the same one and too few to find it.
 */
public final class ShownHeaders {
    private static final Set<String> SHOWN = Set.of(
            "accept",
            "content-encoding",
            "content-length",
            "content-type",
            "host",
            "user-agent",
            "via",
            "x-forwarded-proto");

    /** More than any provider sends; keeps a line small. */
    private static final int MAX_HEADERS = 24;

    private static final int MAX_VALUE = 100;

    private ShownHeaders() {}

    /** The headers by name, ready for a log line. */
    public static Map<String, String> of(Headers headers) {
        Map<String, String> shown = new LinkedHashMap<>();
        headers.names().stream().limit(MAX_HEADERS).forEach(name -> shown.put(name, show(name, headers.all(name))));
        return shown;
    }

    private static String show(String name, List<String> values) {
        String value = String.join(", ", values);
        if (SHOWN.contains(name)) {
            return value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE - 1) + "…";
        }
        return "present, " + value.length() + " characters, fingerprint " + fingerprint(value);
    }

    private static String fingerprint(String value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java runtime has SHA-256", missing);
        }
    }
}
