package dev.hookwarden.local.cloudwatch.math;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The data points of consecutive periods.
 *
 * @param points the oldest first; an empty one is missing
 */
public record Series(List<OptionalDouble> points) implements Value {
    public Series {
        points = List.copyOf(points);
    }

    /** As many points as this series has, each by its place. */
    Series each(IntFunction<OptionalDouble> point) {
        return new Series(IntStream.range(0, points.size()).mapToObj(point).toList());
    }

    OptionalDouble at(int place) {
        return points.get(place);
    }
}
