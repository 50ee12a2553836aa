package dev.hookwarden.local.cloudwatch.alarm;

import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import dev.hookwarden.local.cloudwatch.math.Series;
import dev.hookwarden.local.cloudwatch.metric.MetricId;
import dev.hookwarden.local.cloudwatch.metric.MetricStore;
import dev.hookwarden.local.cloudwatch.metric.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * One statistic of one metric.
 *
 * @param period a multiple of a minute, at most a day; shorter ones are not supported
 */
public record MetricStatistic(MetricId metric, Statistic statistic, Duration period) implements MetricQuery {
    public MetricStatistic {
        if (!period.isPositive() || period.toSeconds() % 60 != 0 || period.compareTo(Duration.ofDays(1)) > 0) {
            throw new UnsupportedDefinitionException("A period of " + period + " is not supported");
        }
    }

    @Override
    public Series last(int points, Instant end, MetricStore metrics) {
        return new Series(IntStream.range(0, points)
                .mapToObj(place -> point(end.minus(period.multipliedBy(points - 1L - place)), metrics))
                .toList());
    }

    private OptionalDouble point(Instant end, MetricStore metrics) {
        return metrics.statistic(metric, statistic, end.minus(period), end);
    }
}
