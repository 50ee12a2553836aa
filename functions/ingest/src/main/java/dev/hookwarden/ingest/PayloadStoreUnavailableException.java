package dev.hookwarden.ingest;

/** The store did not confirm a payload; it may or may not hold it. The provider repeats the delivery, which gets a key of its own. */
final class PayloadStoreUnavailableException extends RuntimeException {
    PayloadStoreUnavailableException(Throwable cause) {
        super("The payload store did not confirm the payload", cause);
    }
}
