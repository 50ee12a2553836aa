package dev.hookwarden.signing;

import dev.hookwarden.http.Headers;
import java.time.Instant;
import java.util.Map;

/**
 * How a provider signs: header, algorithm, encoding, prefix and signed content. A scheme is fixed by configuration; nothing of it is
 * taken from the request.
 */
public sealed interface SignatureScheme permits BodyHmac, TimestampedHmac, TimestampHeaderHmac, StandardWebhooks {
    /** The header that carries the signature. */
    String header();

    /**
     * Reads a key as the provider shows it.
     *
     * @throws UnusableKeyException if it can't be a key of this scheme
     */
    SigningKey signingKey(String text);

    /**
     * Checks the exact bytes against every key, without stopping at a match.
     *
     * @param now when the attempt was received; schemes that sign a time compare it with their tolerance
     */
    Verification verify(Headers headers, byte[] payload, Keyring keyring, Instant now);

    /**
     * The headers that the provider would send with this payload.
     *
     * @param deliveryId the id to sign, where the scheme signs one
     * @param at the time to sign, where the scheme signs one
     */
    Map<String, String> sign(SigningKey key, byte[] payload, String deliveryId, Instant at);

    /** Whether the signature covers this header's value too, so that it may identify a delivery. */
    default boolean covers(String headerName) {
        return false;
    }
}
