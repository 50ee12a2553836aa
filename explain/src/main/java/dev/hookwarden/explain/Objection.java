package dev.hookwarden.explain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why ingest turns an attempt away before it looks at the signature; in the order in which it looks. */
public enum Objection {
    CONTENT_ENCODING_UNSUPPORTED(415, "has a Content-Encoding", "Have the provider send the body uncompressed."),
    PAYLOAD_EMPTY(400, "is empty", Mistake.PAYLOAD_EMPTY.next()),
    PAYLOAD_TOO_LARGE(
            413,
            "is larger than " + Objection.LARGEST_PAYLOAD + " bytes",
            "Have the provider send smaller events: nothing larger is sure to reach a function.");

    /** In bytes: what ingest takes at most. The template's PayloadLimit may be lower, and no attempt tells how low. */
    public static final int LARGEST_PAYLOAD = 4_669_440;

    private final int status;
    private final String meaning;
    private final String next;

    Objection(int status, String meaning, String next) {
        this.status = status;
        this.meaning = meaning;
        this.next = next;
    }

    static Optional<Objection> to(CapturedAttempt attempt) {
        return Stream.of(values())
                .filter(objection -> objection.concerns(attempt))
                .findFirst();
    }

    private boolean concerns(CapturedAttempt attempt) {
        return switch (this) {
            case CONTENT_ENCODING_UNSUPPORTED ->
                attempt.headers().all("Content-Encoding").stream()
                        .anyMatch(encoding ->
                                !encoding.strip().toLowerCase(Locale.ROOT).equals("identity"));
            case PAYLOAD_EMPTY -> attempt.payload().size() == 0;
            case PAYLOAD_TOO_LARGE -> attempt.payload().size() > LARGEST_PAYLOAD;
        };
    }

    /** What is answered. */
    public int status() {
        return status;
    }

    /** What the body is or has. */
    String meaning() {
        return meaning;
    }

    /** What to do next. */
    public String next() {
        return next;
    }
}
