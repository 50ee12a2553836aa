package dev.hookwarden.delivery;

/** One event as received by us, verified. The payload is the one that the metadata names, else {@link IllegalArgumentException}. */
public record Delivery(DeliveryMetadata metadata, Payload payload) {
    public Delivery {
        if (!payload.sha256().equals(metadata.payloadSha256())) {
            throw new IllegalArgumentException("The payload is not the one that was received: its SHA-256 differs");
        }
    }
}
