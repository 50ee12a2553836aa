package dev.hookwarden.processor.enrichment;

import com.fasterxml.jackson.core.JsonPointer;
import dev.hookwarden.provider.Provider;

/**
 * What is fetched for one provider's deliveries.
 *
 * @param provider with its API where this deployment calls it
 * @param operation the call's name in the log and the metrics, as {@code pull-result}
 * @param endpointClass whose limit it counts against
 * @param path what stands before the reference, ending with a slash
 * @param reference where in the payload the token or the id stands that the path ends with
 */
public record EnrichmentPlan(
        Provider provider, String operation, String endpointClass, String path, JsonPointer reference) {}
