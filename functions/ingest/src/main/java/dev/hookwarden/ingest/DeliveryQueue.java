package dev.hookwarden.ingest;

import dev.hookwarden.delivery.Delivery;

/** Where accepted deliveries wait for the processor. */
interface DeliveryQueue {
    /**
     * Stores the delivery durably before it returns.
     *
     * @throws QueueUnavailableException if it can't be said that it is stored
     * @throws PayloadStoreUnavailableException if it can't be said that its payload is, which the queue has no room for
     */
    void send(Delivery delivery);
}
