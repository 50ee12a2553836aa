package dev.hookwarden.processor;

import dev.hookwarden.delivery.Delivery;
import java.time.Instant;
import java.util.List;

/** Where deliveries go. It may get one twice, under the same id: {@link dev.hookwarden.delivery.DeliveryMetadata#idempotencyKey()}. */
interface DeliverySink {
    /**
     * Sends the deliveries; answers one outcome for each, in the same order.
     *
     * @param giveUp from when on no further call is begun
     */
    List<SinkOutcome> send(List<Delivery> deliveries, Instant giveUp);
}
