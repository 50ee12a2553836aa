package dev.hookwarden.explain;

import java.util.HexFormat;

/** Which characters writers of JSON escape beside those that must be (RFC 8259, section 7). */
enum JsonEscapes {
    NONE("", false, "", ""),
    NON_ASCII(" with non-ASCII characters escaped", true, "", ""),
    SLASHES(" with slashes escaped", false, "", "/"),
    NON_ASCII_AND_SLASHES(" with non-ASCII characters and slashes escaped", true, "", "/"),
    /** As Go's encoder does by default (pkg.go.dev/encoding/json, Marshal). */
    HTML(" with < > & escaped", false, "<>&\u2028\u2029", "");

    private static final String MUST = "\"\\\b\f\n\r\t";
    private static final String LETTERS = "\"\\bfnrt";

    private final String words;
    private final boolean nonAscii;
    private final String byCode;
    private final String byBackslash;

    JsonEscapes(String words, boolean nonAscii, String byCode, String byBackslash) {
        this.words = words;
        this.nonAscii = nonAscii;
        this.byCode = byCode;
        this.byBackslash = byBackslash;
    }

    String words() {
        return words;
    }

    void write(String text, StringBuilder out) {
        out.append('"');
        text.chars().forEach(character -> write((char) character, out));
        out.append('"');
    }

    private void write(char character, StringBuilder out) {
        int letter = MUST.indexOf(character);
        if (letter >= 0) {
            out.append('\\').append(LETTERS.charAt(letter));
        } else if (character < ' ' || (nonAscii && character > '~') || byCode.indexOf(character) >= 0) {
            out.append("\\u").append(HexFormat.of().toHexDigits(character));
        } else if (byBackslash.indexOf(character) >= 0) {
            out.append('\\').append(character);
        } else {
            out.append(character);
        }
    }
}
