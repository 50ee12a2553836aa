package dev.hookwarden.local.cloudwatch.alarm;

import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import dev.hookwarden.local.cloudwatch.math.Series;
import dev.hookwarden.local.cloudwatch.metric.MetricStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An alarm with a fixed threshold: M of the last N data points must breach it.
 *
 * @param datapointsToAlarm M
 * @param evaluationPeriods N
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html">Alarm evaluation</a>
 */
public record MetricAlarm(
        String name,
        MetricQuery query,
        ComparisonOperator comparison,
        double threshold,
        int datapointsToAlarm,
        int evaluationPeriods,
        TreatMissingData missing) {

    /**
     * How far an alarm reaches back beyond its evaluation periods when data is missing. AWS documents that it does, and this number for
     * the one example of its tables; the rest of the rule is not documented.
     */
    static final int EXTRA_POINTS = 2;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    public MetricAlarm {
        Duration window = query.period().multipliedBy(evaluationPeriods);
        Duration longest = query.period().compareTo(HOUR) < 0 ? DAY : DAY.multipliedBy(7);
        if (datapointsToAlarm < 1 || datapointsToAlarm > evaluationPeriods || window.compareTo(longest) > 0) {
            throw new UnsupportedDefinitionException("Alarm " + name + " is refused: " + datapointsToAlarm + " out of "
                    + evaluationPeriods + " periods of " + query.period());
        }
    }

    /** How far back samples count. */
    public Duration range() {
        return query.period().multipliedBy((long) evaluationPeriods + EXTRA_POINTS);
    }

    /** Whether the alarm is evaluated at the end of this minute: each one, or each hour when it looks back more than a day. */
    public boolean isDue(Instant end) {
        boolean isLong = query.period().multipliedBy(evaluationPeriods).compareTo(DAY) > 0;
        return !isLong || end.getEpochSecond() % HOUR.toSeconds() == 0;
    }

    /** What the alarm is at the end of a minute; empty when it stays as it is. */
    public Optional<Judgement> judge(Instant end, MetricStore metrics) {
        Series range = query.last(evaluationPeriods + EXTRA_POINTS, end, metrics);
        List<Optional<Boolean>> breaching = range.points().stream()
                .map(point -> point.isPresent()
                        ? Optional.of(comparison.breaches(point.getAsDouble(), threshold))
                        : Optional.<Boolean>empty())
                .toList();
        return new MOutOfN(datapointsToAlarm, evaluationPeriods, missing)
                .judge(breaching)
                .map(state -> new Judgement(state, reason(range)));
    }

    private String reason(Series range) {
        String points = range.points().stream()
                .map(point -> point.isPresent() ? String.valueOf(point.getAsDouble()) : "-")
                .collect(Collectors.joining(" "));
        return "data points " + points + " of " + query.period() + ", the latest last; " + datapointsToAlarm
                + " out of " + evaluationPeriods + " " + comparison + " " + threshold + " are needed for ALARM";
    }
}
