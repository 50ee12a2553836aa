package dev.hookwarden.delivery;

/** A queued message is not one of ours or was changed: it ends in the dead-letter queue, where a person can look at it. */
public final class MalformedEnvelopeException extends RuntimeException {
    /** @param message what is wrong, without the payload */
    public MalformedEnvelopeException(String message) {
        super(message);
    }
}
