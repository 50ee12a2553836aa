package dev.hookwarden.provider;

import java.util.List;
import java.util.Optional;

/**
 * Where a provider says which delivery this is and of what type.
 *
 * @param idSources alternatives in order; each lists the values that identify a delivery together. When no alternative is complete,
 *     the payload's SHA-256 does. Throws {@link IllegalArgumentException} when an alternative lists nothing: it would be complete for
 *     every delivery and identify none
 * @param eventType where the event type is, or empty when the provider gives none
 */
public record Identification(List<List<Location>> idSources, Optional<Location> eventType) {
    public Identification {
        idSources = idSources.stream().map(List::copyOf).toList();
        if (idSources.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("A source of delivery ids needs at least one value");
        }
    }
}
