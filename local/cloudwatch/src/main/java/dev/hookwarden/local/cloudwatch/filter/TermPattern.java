package dev.hookwarden.local.cloudwatch.filter;

import dev.hookwarden.local.cloudwatch.definition.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A pattern for events without structure: terms that must all be there ({@code ERROR}), one of which must ({@code ?ERROR ?WARN}), or
 * that must not ({@code -WARN}); or one regular expression.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html">Filter pattern syntax</a>
 */
final class TermPattern {
    private static final Pattern TERM = Pattern.compile("([-?]?)(?:\"([^\"\\\\]*)\"|(\\w+))(?=\\s|$)");

    private final List<String> all = new ArrayList<>();
    private final List<String> any = new ArrayList<>();
    private final List<String> none = new ArrayList<>();

    private TermPattern() {}

    static Condition parse(Cursor cursor) {
        Optional<String> regex = cursor.take(Literals.REGEX).map(match -> match.group(1));
        if (regex.isPresent()) {
            cursor.expectEnd();
            Pattern pattern = RegexSyntax.compile(regex.get(), cursor);
            return line -> Verdict.of(pattern.matcher(line.message()).find());
        }
        var terms = new TermPattern();
        while (!cursor.atEnd()) {
            terms.add(cursor.take(TERM)
                    .orElseThrow(() -> cursor.refusal(
                            "a term of other than letters, digits and _ must be in double quotation marks")));
        }
        return line -> Verdict.of(terms.matches(line.message()));
    }

    private void add(MatchResult term) {
        List<String> terms = switch (term.group(1)) {
            case "?" -> any;
            case "-" -> none;
            default -> all;
        };
        terms.add(term.group(2) != null ? term.group(2) : term.group(3));
    }

    /** Beside other terms, those with a question mark are ignored. */
    private boolean matches(String message) {
        Predicate<String> isIn = term -> term.isBlank() || message.contains(term);
        if (!any.isEmpty() && all.isEmpty() && none.isEmpty()) {
            return any.stream().anyMatch(isIn);
        }
        return all.stream().allMatch(isIn) && none.stream().noneMatch(isIn);
    }
}
