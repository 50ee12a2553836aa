package dev.hookwarden.ingest;

import dev.hookwarden.delivery.Payload;

/** Where payloads wait that are too large for the queue. */
interface PayloadStore {
    /**
     * Stores the payload durably before it returns.
     *
     * @throws PayloadStoreUnavailableException if it can't be said that it is stored
     */
    void put(String key, Payload payload);
}
