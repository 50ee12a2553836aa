package dev.hookwarden.local.cloudwatch.math;

import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;

/**
 * An operator of two sides, applied to each pair of points. Where one of two series has no point it counts as 0; where none has, or the
 * only series hasn't, there is none. A division by zero gives no point.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html">Using math expressions</a>
 */
record Pointwise(DoubleBinaryOperator operator) {

    /** The operator that expressions write so; comparisons give 1 and 0, and what is not 0 is true. */
    static Pointwise named(String sign) {
        return new Pointwise(
                switch (sign) {
                    case "+" -> (a, b) -> a + b;
                    case "-" -> (a, b) -> a - b;
                    case "*" -> (a, b) -> a * b;
                    case "/" -> (a, b) -> a / b;
                    case "==" -> (a, b) -> a == b ? 1 : 0;
                    case "!=" -> (a, b) -> a != b ? 1 : 0;
                    case "<=" -> (a, b) -> a <= b ? 1 : 0;
                    case ">=" -> (a, b) -> a >= b ? 1 : 0;
                    case "<" -> (a, b) -> a < b ? 1 : 0;
                    case ">" -> (a, b) -> a > b ? 1 : 0;
                    case "AND", "&&" -> (a, b) -> a != 0 && b != 0 ? 1 : 0;
                    case "OR", "||" -> (a, b) -> a != 0 || b != 0 ? 1 : 0;
                    default -> throw new IllegalArgumentException(sign);
                });
    }

    Value of(Value left, Value right) {
        if (left instanceof Scalar one && right instanceof Scalar other) {
            return new Scalar(operator.applyAsDouble(one.number(), other.number()));
        }
        Series series = left instanceof Series one ? one : (Series) right;
        return series.each(place -> point(left, right, place));
    }

    private OptionalDouble point(Value left, Value right, int place) {
        OptionalDouble one = at(left, place);
        OptionalDouble other = at(right, place);
        boolean isThere = isPoint(left, one) || isPoint(right, other);
        double result = operator.applyAsDouble(one.orElse(0), other.orElse(0));
        return isThere && Double.isFinite(result) ? OptionalDouble.of(result) : OptionalDouble.empty();
    }

    private static boolean isPoint(Value value, OptionalDouble point) {
        return value instanceof Series && point.isPresent();
    }

    static OptionalDouble at(Value value, int place) {
        return switch (value) {
            case Scalar scalar -> OptionalDouble.of(scalar.number());
            case Series series -> series.at(place);
        };
    }
}
