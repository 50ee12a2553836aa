package dev.hookwarden.processor;

import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.processor.enrichment.Enrichment;
import java.util.Optional;
import java.util.stream.Stream;

/** A delivery, and what stands beside its payload in the event. */
record EnrichedDelivery(Delivery delivery, Optional<Enrichment> enrichment) {
    /** The delivery alone. */
    static EnrichedDelivery bare(Delivery delivery) {
        return new EnrichedDelivery(delivery, Optional.empty());
    }

    /** This one, and where something was fetched, the same without it. */
    Stream<EnrichedDelivery> richestFirst() {
        return enrichment.isEmpty() ? Stream.of(this) : Stream.of(this, withoutBody());
    }

    /** The same, saying of what was fetched only that it is too large. */
    EnrichedDelivery withoutBody() {
        return new EnrichedDelivery(delivery, enrichment.map(large -> Enrichment.leftOut("too_large")));
    }
}
