package dev.hookwarden.processor;

import dev.hookwarden.delivery.Payload;

/** Where ingest left the payloads that are too large for the queue. */
interface PayloadStore {
    /**
     * What is under the key; nothing says yet that it is what ingest left there.
     *
     * @throws PayloadUnavailableException if there is nothing, or it can't be read
     */
    Payload read(String key);

    /**
     * Deletes what is under the key, if anything is.
     *
     * @throws PayloadUnavailableException if it can't be said that it is gone
     */
    void delete(String key);
}
