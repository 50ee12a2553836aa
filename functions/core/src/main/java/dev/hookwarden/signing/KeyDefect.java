package dev.hookwarden.signing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Why a key's text can't be a key. Named in logs and to the person who submitted it; the text itself never is. */
public enum KeyDefect {
    EMPTY("the key is empty"),
    SURROUNDED_BY_BLANKS("the key begins or ends with a blank or a line break; copy it again without them"),
    UNPRINTABLE_CHARACTER("the key contains a character that is not printable ASCII"),
    TOO_SHORT("the key is shorter than " + KeyDefect.MIN_LENGTH + " bytes"),
    TOO_LONG("the key is longer than " + KeyDefect.MAX_LENGTH + " bytes"),
    TOO_UNIFORM("the key repeats fewer than " + KeyDefect.MIN_DISTINCT + " different bytes"),
    PLACEHOLDER("the key is a placeholder, not what the provider issued"),
    NOT_BASE64("the key is not the base64 text that this provider issues");

    private static final int MIN_LENGTH = 16;
    private static final int MAX_LENGTH = 4096;
    private static final int MIN_DISTINCT = 5;
    private static final List<String> PLACEHOLDERS = List.of(
            "changeme",
            "change-me",
            "change_me",
            "replaceme",
            "replace-me",
            "replace_me",
            "placeholder",
            "your-api-key",
            "your_api_key",
            "yourapikey",
            "your-secret",
            "your_secret",
            "yoursecret",
            "insert-key",
            "insert_key");

    private final String explanation;

    KeyDefect(String explanation) {
        this.explanation = explanation;
    }

    /** The defect in words, without the key. */
    public String explanation() {
        return explanation;
    }

    /** What keeps the text from being a key, or empty when nothing does. */
    public static Optional<KeyDefect> in(String text) {
        if (text.isEmpty()) {
            return Optional.of(EMPTY);
        }
        if (!text.strip().equals(text)) {
            return Optional.of(SURROUNDED_BY_BLANKS);
        }
        if (!text.chars().allMatch(character -> character >= ' ' && character <= '~')) {
            return Optional.of(UNPRINTABLE_CHARACTER);
        }
        if (text.length() < MIN_LENGTH) {
            return Optional.of(TOO_SHORT);
        }
        if (text.length() > MAX_LENGTH) {
            return Optional.of(TOO_LONG);
        }
        if (text.chars().distinct().count() < MIN_DISTINCT) {
            return Optional.of(TOO_UNIFORM);
        }
        return isPlaceholder(text) ? Optional.of(PLACEHOLDER) : Optional.empty();
    }

    /** What keeps the bytes that a key's text stands for from being a key: base64 hides a short or uniform one. */
    static Optional<KeyDefect> in(byte[] bytes) {
        if (bytes.length < MIN_LENGTH) {
            return Optional.of(TOO_SHORT);
        }
        long distinct =
                IntStream.range(0, bytes.length).map(i -> bytes[i]).distinct().count();
        return distinct < MIN_DISTINCT ? Optional.of(TOO_UNIFORM) : Optional.empty();
    }

    private static boolean isPlaceholder(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        return PLACEHOLDERS.stream().anyMatch(lowerCase::contains)
                || (text.startsWith("<") && text.endsWith(">"))
                || (text.startsWith("{{") && text.endsWith("}}"));
    }
}
