package dev.hookwarden.local.cloudwatch.definition;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A definition's text, read once from left to right; white space between two parts is passed over. */
public final class Cursor {
    private static final Pattern SPACE = Pattern.compile("\\s*");

    private final String what;
    private final String text;
    private int place;

    /**
     * Starts at the beginning.
     *
     * @param what the kind of text, for messages
     */
    public Cursor(String what, String text) {
        this.what = what;
        this.text = text;
    }

    /** Whether this sign is next; if so it is taken. */
    public boolean take(String sign) {
        return take(Pattern.compile(Pattern.quote(sign))).isPresent();
    }

    /** Whether this word is next, and not as the beginning of a longer one; if so it is taken. */
    public boolean takeWord(String word) {
        return take(Pattern.compile(word + "\\b")).isPresent();
    }

    /** What matches next, taken; empty when something else is next. */
    public Optional<MatchResult> take(Pattern pattern) {
        skipSpace();
        Matcher matcher = pattern.matcher(text).region(place, text.length()).useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        place = matcher.end();
        return Optional.of(matcher.toMatchResult());
    }

    /**
     * Takes this sign.
     *
     * @throws UnsupportedDefinitionException when it is not next
     */
    public void expect(String sign) {
        if (!take(sign)) {
            throw refusal("expected " + sign);
        }
    }

    /**
     * Ends the reading.
     *
     * @throws UnsupportedDefinitionException when anything is left
     */
    public void expectEnd() {
        if (!atEnd()) {
            throw refusal("expected nothing more");
        }
    }

    /** Whether nothing but white space is left. */
    public boolean atEnd() {
        skipSpace();
        return place == text.length();
    }

    /** The exception that refuses this text at this place. */
    public UnsupportedDefinitionException refusal(String why) {
        return new UnsupportedDefinitionException(what + " " + text + " is refused at character " + place + ": " + why);
    }

    private void skipSpace() {
        Matcher space = SPACE.matcher(text).region(place, text.length());
        place = space.lookingAt() ? space.end() : place;
    }
}
