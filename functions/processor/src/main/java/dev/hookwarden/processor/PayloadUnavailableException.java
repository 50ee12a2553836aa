package dev.hookwarden.processor;

/** The store didn't do what it was asked. */
final class PayloadUnavailableException extends RuntimeException {
    private final String errorCode;

    /** @param errorCode the store's word for why */
    PayloadUnavailableException(String errorCode, Throwable cause) {
        super("The payload store answered " + errorCode, cause);
        this.errorCode = errorCode;
    }

    String errorCode() {
        return errorCode;
    }
}
