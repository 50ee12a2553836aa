package dev.hookwarden.local.cloudwatch.math;

import dev.hookwarden.local.cloudwatch.definition.UndocumentedBehaviorException;
import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The functions of metric math that are supported, each as AWS's tables have it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html">Using math expressions</a>
 */
final class Functions {
    private Functions() {}

    /**
     * IF(condition, whenTrue, whenFalse): no point where the condition has none; 0 where it is true and whenTrue has none; no point where
     * it is false and whenFalse has none, or was left out.
     */
    static Value choose(Value condition, Value whenTrue, @Nullable Value whenFalse) {
        Series series = List.of(condition, whenTrue, whenFalse == null ? condition : whenFalse).stream()
                .filter(Series.class::isInstance)
                .map(Series.class::cast)
                .findFirst()
                .orElseThrow(() -> new UnsupportedDefinitionException("IF of numbers alone is not supported"));
        return series.each(place -> {
            OptionalDouble test = Pointwise.at(condition, place);
            if (test.isEmpty()) {
                return test;
            }
            if (test.getAsDouble() != 0) {
                return orZero(condition, Pointwise.at(whenTrue, place));
            }
            return whenFalse == null ? OptionalDouble.empty() : Pointwise.at(whenFalse, place);
        });
    }

    /** FILL(series, number). */
    static Series fill(Series series, double filler) {
        return series.each(place -> OptionalDouble.of(series.at(place).orElse(filler)));
    }

    /** FILL(series, REPEAT): the last point before; none where there was none yet. */
    static Series repeat(Series series) {
        return series.each(place -> {
            int from = place;
            while (from > 0 && series.at(from).isEmpty()) {
                from--;
            }
            return series.at(from);
        });
    }

    /** SUM([...]) and AVG([...]): what is missing is 0, as in arithmetic; no point where all are missing. */
    static Series total(List<Series> all, Function<DoubleStream, OptionalDouble> reduction) {
        return all.getFirst()
                .each(place -> all.stream().allMatch(series -> series.at(place).isEmpty())
                        ? OptionalDouble.empty()
                        : reduction.apply(all.stream()
                                .mapToDouble(series -> series.at(place).orElse(0))));
    }

    /** MAX([...]) and MIN([...]), of which AWS does not document what they make of a point that only some have. */
    static Series extreme(List<Series> all, Function<DoubleStream, OptionalDouble> reduction) {
        return all.getFirst().each(place -> {
            long there =
                    all.stream().filter(series -> series.at(place).isPresent()).count();
            if (there > 0 && there < all.size()) {
                throw new UndocumentedBehaviorException("MAX or MIN where some of the series have no data: FILL them");
            }
            return reduction.apply(
                    all.stream().map(series -> series.at(place)).flatMapToDouble(OptionalDouble::stream));
        });
    }

    /** With a constant condition, whenTrue is the outcome as it is; the 0 is documented for a condition that is a series. */
    private static OptionalDouble orZero(Value condition, OptionalDouble point) {
        return condition instanceof Series ? OptionalDouble.of(point.orElse(0)) : point;
    }
}
