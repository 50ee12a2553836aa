package dev.hookwarden.local.cloudwatch.filter;

import dev.hookwarden.local.cloudwatch.definition.Cursor;
import dev.hookwarden.local.cloudwatch.definition.UndocumentedBehaviorException;
import java.util.regex.Pattern;

/**
 * A filter pattern of CloudWatch Logs: for JSON events, for fields between spaces, or for terms.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html">Filter pattern syntax</a>
 */
public final class FilterPattern {
    private static final int MAX_LENGTH = 1024;
    private static final int MAX_REGEXES = 2;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private final String text;
    private final Condition condition;

    private FilterPattern(String text, Condition condition) {
        this.text = text;
        this.condition = condition;
    }

    /**
     * Reads a pattern.
     *
     * @throws dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException when CloudWatch Logs would refuse it, or does
     *     not document what it means
     */
    public static FilterPattern parse(String text) {
        var cursor = new Cursor("Filter pattern", text);
        if (text.length() > MAX_LENGTH) {
            throw cursor.refusal("longer than " + MAX_LENGTH + " characters");
        }
        if (regexes(text) > MAX_REGEXES) {
            throw cursor.refusal("more than " + MAX_REGEXES + " regular expressions");
        }
        return new FilterPattern(text, condition(text.stripLeading(), cursor));
    }

    /**
     * Whether an event matches.
     *
     * @throws UndocumentedBehaviorException when that depends on what AWS's documentation leaves open, as a text that is compared with a
     *     number
     */
    public boolean matches(LogLine line) {
        return switch (condition.on(line)) {
            case MATCH -> true;
            case NO_MATCH -> false;
            case UNDOCUMENTED ->
                throw new UndocumentedBehaviorException(
                        "It is not documented whether filter pattern " + text + " matches such an event");
        };
    }

    /** Whether a regular expression is in it, of which a log group may have few. */
    public boolean hasRegex() {
        return regexes(text) > 0;
    }

    @Override
    public String toString() {
        return text;
    }

    private static Condition condition(String text, Cursor cursor) {
        if (text.startsWith("{")) {
            return JsonPattern.parse(cursor);
        }
        return text.startsWith("[") ? SpaceDelimitedPattern.parse(cursor) : TermPattern.parse(cursor);
    }

    private static long regexes(String text) {
        return QUOTED.matcher(text).replaceAll("").chars().filter(c -> c == '%').count() / 2;
    }
}
