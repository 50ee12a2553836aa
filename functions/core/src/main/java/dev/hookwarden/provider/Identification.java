package dev.hookwarden.provider;

import java.util.List;
import java.util.Optional;

/**
 * Where a provider says which delivery this is and of what type.
 *
 * @param idSources alternatives in order; each lists the values that identify a delivery together. When no alternative is complete,
 *     the payload's SHA-256 does
 * @param eventType where the event type is, or empty when the provider gives none
 */
public record Identification(List<List<Location>> idSources, Optional<Location> eventType) {
    public Identification {
        idSources = idSources.stream().map(List::copyOf).toList();
    }
}
