package dev.hookwarden.processor.enrichment;

import java.util.Optional;

/**
 * What stands beside a delivery's payload.
 *
 * @param body one JSON value, if it was found
 * @param reason why it was left out, if it was
 */
public record Enrichment(Status status, Optional<String> body, Optional<String> reason) {
    /** What came of looking for it. */
    public enum Status {
        FOUND,
        /** There is no such thing at the provider, or it has expired. */
        NOT_FOUND,
        /** There was nothing to look for, or what was found doesn't fit. */
        LEFT_OUT
    }

    /** Found: one JSON value. */
    public static Enrichment found(String json) {
        return new Enrichment(Status.FOUND, Optional.of(json), Optional.empty());
    }

    /** The provider has no such thing, or no longer. */
    public static Enrichment notFound() {
        return new Enrichment(Status.NOT_FOUND, Optional.empty(), Optional.empty());
    }

    /**
     * Left out, and why.
     *
     * @param reason a word, as {@code too_large}
     */
    public static Enrichment leftOut(String reason) {
        return new Enrichment(Status.LEFT_OUT, Optional.empty(), Optional.of(reason));
    }

    /** Without the body, which may hold personal data. */
    @Override
    public String toString() {
        return "Enrichment[" + status + "]";
    }
}
