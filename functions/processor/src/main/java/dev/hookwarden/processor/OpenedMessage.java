package dev.hookwarden.processor;

import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.delivery.Payload;
import java.util.Optional;

/**
 * A message and what is in it.
 *
 * @param payload empty when the store has it, under the delivery's payload key
 */
record OpenedMessage(QueuedMessage message, DeliveryMetadata metadata, Optional<Payload> payload) {
    /**
     * Opens the message.
     *
     * @throws dev.hookwarden.delivery.MalformedEnvelopeException if it is no delivery of ours, or was changed
     */
    static OpenedMessage of(QueuedMessage message) {
        return new OpenedMessage(
                message, message.envelope().metadata(), message.envelope().payload());
    }

    /** Whether the payload is in the store. */
    boolean isClaimChecked() {
        return payload.isEmpty();
    }
}
