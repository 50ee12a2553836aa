package dev.hookwarden.processor.enrichment;

/** What came of enriching one delivery. */
public sealed interface EnrichmentOutcome {
    /** Nothing is fetched for this provider's deliveries. */
    record NotWanted() implements EnrichmentOutcome {}

    /** The delivery can go on with this. */
    record Enriched(Enrichment enrichment) implements EnrichmentOutcome {}

    /**
     * Nothing is wrong, and it isn't there yet: the delivery must come again.
     *
     * @param reason a word for the log: {@code enrichment_pending}, {@code enrichment_rate_limited}
     */
    record NotYet(String reason) implements EnrichmentOutcome {}

    /**
     * It could not be fetched: the delivery must come again.
     *
     * @param reason a word for the log, as {@code status_503} or {@code refused_401}
     */
    record Failed(String reason) implements EnrichmentOutcome {}
}
