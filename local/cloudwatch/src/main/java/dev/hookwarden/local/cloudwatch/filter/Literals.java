package dev.hookwarden.local.cloudwatch.filter;

import dev.hookwarden.local.cloudwatch.definition.Cursor;
import java.util.regex.Pattern;

/** How the values in filter patterns are written. */
final class Literals {
    static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]*)\"");
    static final Pattern REGEX = Pattern.compile("%([^%]*)%");
    static final Pattern BARE = Pattern.compile("[\\w.*+-]+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.*]+");

    private Literals() {}

    static Literal word(String bare, Cursor cursor) {
        if (!WORD.matcher(bare).matches()) {
            throw cursor.refusal(bare + " must be in double quotation marks");
        }
        return text(bare, cursor);
    }

    /** An asterisk at either end is a wildcard; AWS's documentation disagrees with itself about others. */
    static Literal text(String text, Cursor cursor) {
        boolean openStart = text.startsWith("*");
        boolean openEnd = text.endsWith("*");
        String body = text.equals("*") ? "" : text.substring(openStart ? 1 : 0, text.length() - (openEnd ? 1 : 0));
        if (body.contains("*") || text.equals("**")) {
            throw cursor.refusal("a wildcard inside of " + text);
        }
        return new Literal.Text(openStart, body, openEnd);
    }
}
