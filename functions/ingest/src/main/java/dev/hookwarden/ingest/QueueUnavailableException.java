package dev.hookwarden.ingest;

/** The queue did not confirm a delivery; it may or may not hold it. The provider repeats it, and repeats are dropped. */
final class QueueUnavailableException extends RuntimeException {
    QueueUnavailableException(Throwable cause) {
        super("The deliveries queue did not confirm the delivery", cause);
    }
}
