package dev.hookwarden.signing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One value in a file of vectors. What can't be read as it is asked for throws {@link IllegalArgumentException}, whose message names the
 * file, the vector and the field, and says what to write there.
 *
 * @param where the file and, inside it, the vector
 * @param name the field's, as the file spells it; {@code vectors[3]} for one of several, nothing for the whole file
 */
record VectorField(String where, String name, JsonNode value) {
    IllegalArgumentException unreadable(String problem) {
        return new IllegalArgumentException(path() + " " + problem);
    }

    /** Where it is, as a person looks for it. */
    String path() {
        return name.isEmpty() ? where : where + ": " + name;
    }

    String text() {
        if (!value.isTextual()) {
            throw unreadable("is " + kind() + "; write it as text, in quotation marks");
        }
        return value.textValue();
    }

    /** The text in UTF-8, without a replacement for what has no bytes there. */
    byte[] utf8() {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text()));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException halfOfAPair) {
            throw unreadable(
                    "holds half of a surrogate pair, which UTF-8 has no bytes for; write bytes that are no text in base64");
        }
    }

    byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw unreadable("is not base64; write it in one line, with + and /");
        }
    }

    byte[] hex() {
        try {
            return HexFormat.of().parseHex(text());
        } catch (IllegalArgumentException malformed) {
            throw unreadable("is not hex; write two digits for each byte");
        }
    }

    /** The elements of a list that has some. */
    List<VectorField> elements() {
        if (!value.isArray() || value.isEmpty()) {
            throw unreadable((value.isArray() ? "is an empty list" : "is " + kind())
                    + "; write a list with at least one element");
        }
        return IntStream.range(0, value.size())
                .mapToObj(index -> new VectorField(where, name + "[" + index + "]", value.get(index)))
                .toList();
    }

    /** The elements of a list, or the value itself. */
    List<VectorField> oneOrMore() {
        return value.isArray() ? elements() : List.of(this);
    }

    /** What it is in JSON; never the value, which may be a key. */
    String kind() {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NULL -> "null";
            case MISSING -> "empty";
            case STRING -> "text";
            default -> "a " + value.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }
}
