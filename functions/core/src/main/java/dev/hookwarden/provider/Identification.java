package dev.hookwarden.provider;

import java.util.Optional;

/**
 * Where a provider says which delivery this is and of what type.
 *
 * @param deliveryId where the id is that the provider documents, or empty when it gives none: a delivery is then identified by its
 *     payload's SHA-256. An id that is only inferred has no place here: two deliveries that share it would be taken for one
 * @param eventType where the event type is, or empty when the provider gives none
 */
public record Identification(Optional<Location> deliveryId, Optional<Location> eventType) {}
