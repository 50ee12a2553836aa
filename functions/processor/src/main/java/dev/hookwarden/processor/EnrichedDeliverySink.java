package dev.hookwarden.processor;

import java.time.Instant;
import java.util.List;

/** As {@link DeliverySink}, for deliveries with what was fetched for them. */
@FunctionalInterface
interface EnrichedDeliverySink {
    /** As {@link DeliverySink#send}. */
    List<SinkOutcome> send(List<EnrichedDelivery> deliveries, Instant giveUp);
}
