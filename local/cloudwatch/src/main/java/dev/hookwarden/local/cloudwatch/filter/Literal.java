package dev.hookwarden.local.cloudwatch.filter;

import dev.hookwarden.local.cloudwatch.definition.Cursor;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a filter pattern compares with. */
sealed interface Literal {
    Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    /** In a pattern, a text in double quotation marks or the bare words of AWS's examples, as {@code 123.123.*}. */
    static Literal next(Cursor cursor) {
        Optional<String> quoted = cursor.take(Literals.QUOTED).map(match -> match.group(1));
        if (quoted.isPresent()) {
            return Literals.text(quoted.get(), cursor);
        }
        Optional<String> regex = cursor.take(Literals.REGEX).map(match -> match.group(1));
        if (regex.isPresent()) {
            return new Regex(RegexSyntax.compile(regex.get(), cursor));
        }
        String bare = cursor.take(Literals.BARE)
                .map(MatchResult::group)
                .orElseThrow(() -> cursor.refusal("expected a value; a backslash is not supported"));
        return NUMBER.matcher(bare).matches() ? new Numeric(new BigDecimal(bare)) : Literals.word(bare, cursor);
    }

    /** Whether the comparison holds for a text; false for a number and a text that is none. */
    boolean holds(Operator operator, String text);

    /** Numbers are compared by their value. */
    record Numeric(BigDecimal value) implements Literal {
        @Override
        public boolean holds(Operator operator, String text) {
            return NUMBER.matcher(text).matches() && operator.holds(new BigDecimal(text).compareTo(value));
        }
    }

    /** A text, or what it begins or ends with. */
    record Text(boolean openStart, String body, boolean openEnd) implements Literal {
        @Override
        public boolean holds(Operator operator, String text) {
            return operator.holds(covers(text) ? 0 : 1);
        }

        boolean hasWildcard() {
            return openStart || openEnd;
        }

        private boolean covers(String text) {
            if (openStart) {
                return openEnd ? text.contains(body) : text.endsWith(body);
            }
            return openEnd ? text.startsWith(body) : text.equals(body);
        }
    }

    /** A regular expression, found anywhere in the text. */
    record Regex(Pattern pattern) implements Literal {
        @Override
        public boolean holds(Operator operator, String text) {
            return operator.holds(pattern.matcher(text).find() ? 0 : 1);
        }
    }
}
