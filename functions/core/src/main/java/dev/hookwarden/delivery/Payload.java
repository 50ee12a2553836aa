package dev.hookwarden.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The exact bytes of a body. May hold personal data, so it never shows itself. The array handed in or out must not be changed. */
public final class Payload {
    private final byte[] bytes;

    /** Set by the first who asks: the id, the envelope and the event all carry it, and a refused payload never needs it. */
    private @Nullable String sha256;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A payload of these bytes, which the caller gives up. */
    public static Payload of(byte[] bytes) {
        return new Payload(bytes);
    }

    public byte[] bytes() {
        return bytes;
    }

    /** The number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** The payload as text, or empty unless it is well-formed UTF-8: text made any other way would not give the same bytes back. */
    public Optional<String> text() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** The SHA-256 of the bytes in lower-case hex. */
    public String sha256() {
        String known = sha256;
        if (known == null) {
            // Two threads may both compute it: they come to the same.
            known = hash();
            sha256 = known;
        }
        return known;
    }

    private String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java runtime has SHA-256", missing);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Payload[" + bytes.length + " bytes]";
    }
}
