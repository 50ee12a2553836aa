package dev.hookwarden.explain;

import dev.hookwarden.signing.SignatureEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ways in which senders write a signature's bytes, beside the two that are verified. */
enum Encoding {
    HEX("hex", "[0-9A-Fa-f]+") {
        @Override
        byte[] bytes(String text) {
            return HexFormat.of().parseHex(text.substring(0, text.length() / 2 * 2));
        }
    },
    BASE64("base64", "(?:[0-9A-Za-z+/]{4})*(?:[0-9A-Za-z+/]{2}==|[0-9A-Za-z+/]{3}=)?") {
        @Override
        byte[] bytes(String text) {
            return Base64.getDecoder().decode(text);
        }
    },
    BASE64_UNPADDED("base64 without its padding", "[0-9A-Za-z+/]+") {
        @Override
        byte[] bytes(String text) {
            return Base64.getDecoder().decode(wholeBytes(text));
        }
    },
    BASE64_URL("base64url", "[0-9A-Za-z_-]+={0,2}") {
        @Override
        byte[] bytes(String text) {
            return Base64.getUrlDecoder().decode(wholeBytes(text.replace("=", "")));
        }
    },
    BASE64_OF_HEX("hex that was written in base64 once more", "[0-9A-Za-z+/]+={0,2}") {
        @Override
        byte[] bytes(String text) {
            String inner = new String(Base64.getDecoder().decode(text), StandardCharsets.ISO_8859_1);
            return HexFormat.of().parseHex(inner.strip());
        }
    };

    private final String words;
    private final Pattern form;

    Encoding(String words, String form) {
        this.words = words;
        this.form = Pattern.compile(form);
    }

    static Encoding of(SignatureEncoding encoding) {
        return switch (encoding) {
            case HEX -> HEX;
            case BASE64 -> BASE64;
        };
    }

    String words() {
        return words;
    }

    /** The bytes that the text stands for if it is written like this; what was cut off in the middle of a byte is left out. */
    Optional<byte[]> decode(String text) {
        try {
            return form.matcher(text).matches() ? Optional.of(bytes(text)) : Optional.empty();
        } catch (IllegalArgumentException written) {
            return Optional.empty();
        }
    }

    abstract byte[] bytes(String text);

    private static String wholeBytes(String text) {
        return text.length() % 4 == 1 ? text.substring(0, text.length() - 1) : text;
    }
}
