package dev.hookwarden.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A delivery that we send to ourselves to prove a signing key: it goes the whole way and is dropped at its end. Whoever can forge one
 * has a valid key, and gains only that their delivery is dropped.
 *
 * @param nonce tells one canary from another: 1 to 64 letters, digits and hyphens, else {@link IllegalArgumentException}
 */
public record Canary(String nonce) {
    /** The event type of every canary. */
    public static final String EVENT_TYPE = "hookwarden.canary";

    /**
     * The header with the canary's signature by a key that was known before. A receiver that can't verify the canary yet sees by it that the
     * canary is ours, and that nobody forges.
     */
    public static final String VOUCHER_HEADER = "X-Hookwarden-Voucher";

    /** The field of the payload's outermost object that holds the nonce, and by which a canary is recognised. */
    static final String FIELD = "hookwarden_canary";

    /** What stands before the nonce in a canary's delivery id. */
    static final String ID_PREFIX = "canary:";

    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public Canary {
        if (!NONCE.matcher(nonce).matches()) {
            throw new IllegalArgumentException("A canary's nonce is 1 to 64 letters, digits and hyphens");
        }
    }

    /** What is signed and sent. */
    public Payload payload() {
        return Payload.of(("{\"" + FIELD + "\":\"" + nonce + "\"}").getBytes(StandardCharsets.US_ASCII));
    }

    /** The delivery id under which it is remembered. */
    public String deliveryId() {
        return ID_PREFIX + nonce;
    }

    /** The delivery's identity across all providers, as {@link DeliveryMetadata#idempotencyKey}. */
    public String idempotencyKey(String providerId) {
        return DeliveryMetadata.idempotencyKey(providerId, deliveryId());
    }

    static Optional<Canary> withNonce(String text) {
        return NONCE.matcher(text).matches() ? Optional.of(new Canary(text)) : Optional.empty();
    }
}
