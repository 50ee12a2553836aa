package dev.hookwarden.signing;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** How a signature's bytes are written as text. Decoding takes exactly the length asked for and never throws. */
public enum SignatureEncoding {
    /** Two digits a byte, either case: case is not part of the value. */
    HEX {
        @Override
        String encode(byte[] signature) {
            return HexFormat.of().formatHex(signature);
        }

        @Override
        Optional<byte[]> decode(String text, int length) {
            if (text.length() != 2 * length) {
                return Optional.empty();
            }
            try {
                return Optional.of(HexFormat.of().parseHex(text));
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        }
    },

    /** RFC 4648 with padding, in its one canonical form: the JDK also takes texts whose spare bits are set or whose padding is missing. */
    BASE64 {
        @Override
        String encode(byte[] signature) {
            return Base64.getEncoder().encodeToString(signature);
        }

        @Override
        Optional<byte[]> decode(String text, int length) {
            if (text.length() != (length + 2) / 3 * 4) {
                return Optional.empty();
            }
            try {
                byte[] decoded = Base64.getDecoder().decode(text);
                boolean canonical = decoded.length == length && encode(decoded).equals(text);
                return canonical ? Optional.of(decoded) : Optional.empty();
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        }
    };

    abstract String encode(byte[] signature);

    /** The bytes, or empty unless the text stands for exactly {@code length} of them. */
    abstract Optional<byte[]> decode(String text, int length);
}
