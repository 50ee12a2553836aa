package dev.hookwarden.local.cloudwatch.math;

import dev.hookwarden.local.cloudwatch.definition.Cursor;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * A math expression over series of one period: {@code + - * /}, comparisons, AND, OR, parentheses, IF, FILL with a number or REPEAT,
 * and SUM, AVG, MAX, MIN of an array.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html">Using math expressions</a>
 */
public final class MathExpression {
    private final Set<String> ids;
    private final Expression expression;

    private MathExpression(Set<String> ids, Expression expression) {
        this.ids = Set.copyOf(ids);
        this.expression = expression;
    }

    /**
     * Reads an expression.
     *
     * @throws dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException when it is outside of what is supported, or its
     *     outcome is no series
     */
    public static MathExpression parse(String text) {
        var cursor = new Cursor("Math expression", text);
        var parser = new Parser(cursor);
        Expression parsed = parser.whole();
        var sample = new Series(List.of(OptionalDouble.empty()));
        if (parser.ids.isEmpty() || !(parsed.in(id -> sample) instanceof Series)) {
            throw cursor.refusal("its outcome is no series");
        }
        return new MathExpression(parser.ids, parsed);
    }

    /** The metrics and other expressions that it names. */
    public Set<String> ids() {
        return ids;
    }

    /**
     * The outcome for each period.
     *
     * @param named gives a series for each of its ids, all of the same periods
     */
    public Series in(Function<String, Series> named) {
        return (Series) expression.in(named);
    }
}
