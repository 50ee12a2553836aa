package dev.hookwarden.providerapi.limit;

/** The table of leases did not answer, or holds what is none. */
final class LeasesUnavailableException extends RuntimeException {
    /** @param reason a word for the log: AWS's error code, or what kind of fault it was */
    LeasesUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
