package dev.hookwarden.local.providers;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is wrong with an answer's body. */
enum BodyFault {
    /** Nothing. */
    NONE,
    /** It comes one byte at a time. */
    TRICKLED,
    /** It ends before its announced length, with the connection. */
    TRUNCATED,
    /** It says that it is JSON, and isn't. */
    GARBAGE,
    /** It is the page of something in between. */
    WRONG_TYPE;

    /** @throws IllegalArgumentException naming those that there are */
    static BodyFault named(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("body is one of "
                        + Arrays.stream(values()).map(BodyFault::wireName).collect(Collectors.joining(", "))));
    }

    private String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The answer with this fault, as far as its text goes; the rest is in how it is sent. */
    ApiAnswer in(ApiAnswer answer) {
        return switch (this) {
            case NONE, TRICKLED, TRUNCATED -> answer;
            case GARBAGE -> answer.withBody("application/json", "{\"data\":[");
            case WRONG_TYPE -> answer.withBody("text/html", "<html><body>Sign in to the network</body></html>");
        };
    }
}
