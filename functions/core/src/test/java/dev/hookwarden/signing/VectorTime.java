package dev.hookwarden.signing;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** When a webhook is received: whole seconds since 1970, as a number or as text, or ISO 8601 with its zone. */
final class VectorTime {
    private VectorTime() {}

    static Instant of(VectorField time) {
        String text = time.value().isNumber() ? time.value().asText() : time.text();
        if (text.matches("[0-9]{1,11}")) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw time.unreadable("is " + text
                    + "; write seconds since 1970, as 1614265330, or a time with its zone, as 2021-02-25T15:02:10Z");
        }
    }
}
