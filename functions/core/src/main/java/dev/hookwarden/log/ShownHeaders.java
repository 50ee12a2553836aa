package dev.hookwarden.log;

import dev.hookwarden.http.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private static final int MAX_NAME = 48;
    private static final int MAX_VALUE = 100;
    private static final Pattern NEEDS_ESCAPING = Pattern.compile("[^ -~]|[\"\\\\]");

    private ShownHeaders() {}

    /** The headers by name, those of the allow-list first: at most 3,000 bytes of JSON, whatever was sent. */
    public static Map<String, String> of(Headers headers) {
        Map<String, String> shown = new LinkedHashMap<>();
        Stream.concat(
                        headers.names().stream().filter(SHOWN::contains),
                        headers.names().stream().filter(name -> !SHOWN.contains(name)))
                .limit(MAX_HEADERS)
                .forEach(name -> shown.put(cut(name, MAX_NAME), show(name, String.join(", ", headers.all(name)))));
        int left = headers.names().size() - MAX_HEADERS;
        if (left > 0) {
            shown.put("…", left + " more");
        }
        return shown;
    }

    private static String show(String name, String value) {
        return SHOWN.contains(name)
                ? cut(value, MAX_VALUE)
                : "present, " + value.length() + " characters, fingerprint " + fingerprint(value);
    }

    /** One character stays one byte of JSON, so that nobody can push the other headers out of the line. */
    private static String cut(String text, int length) {
        return text.length() <= length ? plain(text) : plain(text.substring(0, length - 1)) + "…";
    }

    private static String plain(String text) {
        return NEEDS_ESCAPING.matcher(text).replaceAll("?");
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
