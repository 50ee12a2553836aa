package dev.hookwarden.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** One signing key, ready for use. It never shows itself: not in {@link #toString}, not by an accessor. */
public final class SigningKey {
    private static final byte[] PROBE = "hookwarden".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;

    /** A key of bytes whose defects were looked for before. */
    SigningKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /**
     * A key whose bytes are the text's own.
     *
     * @throws UnusableKeyException if the text has a {@link KeyDefect}
     */
    public static SigningKey ofText(String text) {
        return ofBytes(text, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A key whose bytes are something else than its text's; both are looked at for defects. */
    static SigningKey ofBytes(String text, byte[] bytes) {
        KeyDefect.in(text).or(() -> KeyDefect.in(bytes)).ifPresent(defect -> {
            throw new UnusableKeyException(defect);
        });
        return new SigningKey(bytes);
    }

    /** Whether both keys sign alike. Compares what they do: as HMAC keys {@code k} and {@code k} followed by zero bytes are one. */
    public boolean signsLike(SigningKey other) {
        return MessageDigest.isEqual(
                MacAlgorithm.HMAC_SHA256.sign(this, PROBE), MacAlgorithm.HMAC_SHA256.sign(other, PROBE));
    }

    SecretKey toSecretKey(String algorithm) {
        return new SecretKeySpec(bytes, algorithm);
    }

    @Override
    public String toString() {
        return "SigningKey[redacted]";
    }
}
