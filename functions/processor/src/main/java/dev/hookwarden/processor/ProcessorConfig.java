package dev.hookwarden.processor;

import dev.hookwarden.config.Environment;
import dev.hookwarden.processor.enrichment.EnrichmentConfig;
import java.time.Duration;
import java.util.Map;

/**
 * What the processor is told by its environment.
 *
 * @param idempotencyRetention how long a delivery is remembered: longer than a message can live in the queue and the dead-letter queue
 * @param payloadBucket where ingest leaves the payloads that are too large for the queue
 * @param enrichment what is fetched for deliveries, if anything
 */
public record ProcessorConfig(
        String eventBusName,
        String idempotencyTable,
        Duration idempotencyRetention,
        String payloadBucket,
        EnrichmentConfig enrichment) {
    /** For a processor that fetches nothing. */
    public ProcessorConfig(
            String eventBusName, String idempotencyTable, Duration idempotencyRetention, String payloadBucket) {
        this(eventBusName, idempotencyTable, idempotencyRetention, payloadBucket, EnrichmentConfig.OFF);
    }

    /** The same with something to fetch. */
    public ProcessorConfig fetching(EnrichmentConfig newEnrichment) {
        return new ProcessorConfig(eventBusName, idempotencyTable, idempotencyRetention, payloadBucket, newEnrichment);
    }

    /**
     * Reads {@code EVENT_BUS_NAME}, {@code IDEMPOTENCY_TABLE}, {@code IDEMPOTENCY_RETENTION}, {@code PAYLOAD_BUCKET} and what
     * {@link EnrichmentConfig#from} reads.
     *
     * @throws dev.hookwarden.config.ConfigurationException if one is missing or malformed
     */
    public static ProcessorConfig from(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        return new ProcessorConfig(
                environment.text("EVENT_BUS_NAME"),
                environment.text("IDEMPOTENCY_TABLE"),
                environment.duration("IDEMPOTENCY_RETENTION"),
                environment.text("PAYLOAD_BUCKET"),
                EnrichmentConfig.from(environment));
    }
}
