package dev.hookwarden.providerapi;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why there is no whole answer. */
public enum Trouble {
    /** It did not come in time, its body included. */
    TIMEOUT,
    /** There was no connection, or it ended before the answer began. */
    CONNECTION_FAILED,
    /** The connection ended within the body. */
    TRUNCATED_BODY,
    /** The body was longer than the limit. */
    BODY_TOO_LARGE,
    /** The certificate chain is trusted, and no key in it is pinned. */
    PIN_MISMATCH,
    /** The certificate is not trusted, has expired, or is another host's. */
    CERTIFICATE_REFUSED,
    /** No secure connection, for another reason: so when the other side knows nothing newer than TLS 1.1. */
    TLS_FAILED,
    /** Whoever called was stopped. */
    INTERRUPTED;

    private static final int DEEPEST_CAUSE = 16;

    /** The word for the log. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The trouble behind a fault of the JDK's client.
     *
     * @param answered whether the answer's head was there already
     */
    static Trouble of(Throwable fault, boolean answered) {
        if (isAny(fault, TimeoutException.class) || isAny(fault, java.net.http.HttpTimeoutException.class)) {
            return TIMEOUT;
        }
        if (isAny(fault, BodyTooLargeException.class)) {
            return BODY_TOO_LARGE;
        }
        if (answered) {
            return TRUNCATED_BODY;
        }
        return isAny(fault, SSLException.class) ? insecure(fault) : CONNECTION_FAILED;
    }

    private static Trouble insecure(Throwable fault) {
        if (isAny(fault, PinMismatchException.class)) {
            return PIN_MISMATCH;
        }
        return isAny(fault, CertificateException.class) ? CERTIFICATE_REFUSED : TLS_FAILED;
    }

    private static boolean isAny(Throwable fault, Class<? extends Throwable> kind) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(kind::isInstance);
    }

    /** More of a body than may be read. */
    static final class BodyTooLargeException extends IOException {}

    /** A chain of trusted certificates, none of which has a pinned key. */
    static final class PinMismatchException extends CertificateException {}
}
