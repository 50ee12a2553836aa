package dev.hookwarden.provider;

import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The public keys of which one must be in a provider's certificate chain: base64 of the SHA-256 of each one's SubjectPublicKeyInfo
 * (<a href="https://www.rfc-editor.org/rfc/rfc7469#section-2.4">RFC 7469</a>). Throws {@link IllegalArgumentException} for one pin alone: the
 * day that key is replaced, nothing could be called.
 *
 * @param sha256 none, or at least two
 */
public record Pins(Set<String> sha256) {
    /** Every chain that the trust store vouches for is taken. */
    public static final Pins NONE = new Pins(Set.of());

    private static final int SHA256_BYTES = 32;
    private static final String PREFIX = "sha256/";

    public Pins {
        sha256 = Set.copyOf(sha256);
        if (sha256.size() == 1) {
            throw new IllegalArgumentException("it needs a second pin, of a key that waits to replace the first");
        }
    }

    /** Pins as people write them, each with {@code sha256/} before it or without. */
    public static Pins of(Collection<String> texts) {
        return new Pins(texts.stream().map(Pins::pin).collect(Collectors.toSet()));
    }

    private static String pin(String text) {
        String base64 = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        if (!isHash(base64)) {
            throw new IllegalArgumentException("a pin is base64 of a public key's SHA-256, 44 characters");
        }
        return base64;
    }

    private static boolean isHash(String base64) {
        try {
            byte[] hash = Base64.getDecoder().decode(base64);
            return hash.length == SHA256_BYTES
                    && Base64.getEncoder().encodeToString(hash).equals(base64);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
