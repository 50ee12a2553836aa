package dev.hookwarden.ingest;

import dev.hookwarden.delivery.Envelope;

/** Where accepted deliveries wait for the processor. */
interface DeliveryQueue {
    /**
     * Stores the envelope durably before it returns.
     *
     * @throws QueueUnavailableException if it can't be said that it is stored
     */
    void send(Envelope envelope);
}
