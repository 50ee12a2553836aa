package dev.hookwarden.verification;

/** No keyring can be had, so nothing can be verified: the attempt must fail in a way that the provider repeats. */
public final class KeyringUnavailableException extends RuntimeException {
    /** @param message what could not be read and why, without a key */
    public KeyringUnavailableException(String message) {
        super(message);
    }
}
