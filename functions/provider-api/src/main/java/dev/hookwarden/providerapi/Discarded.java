package dev.hookwarden.providerapi;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is left of a body that was only looked at. */
public enum Discarded {
    BODY;

    /** A JSON object or array, thrown away. */
    public static final BodyReader<Discarded> DOCUMENT =
            (status, body) -> isDocument(body) ? Optional.of(BODY) : Optional.empty();

    /** A status and no body. */
    public static final BodyReader<Discarded> NOTHING =
            (status, body) -> body.length == 0 ? Optional.of(BODY) : Optional.empty();

    private static boolean isDocument(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8).strip();
        return text.startsWith("{") || text.startsWith("[");
    }
}
