package dev.hookwarden.local.cloudwatch.alarm;

import dev.hookwarden.local.cloudwatch.math.Series;
import dev.hookwarden.local.cloudwatch.metric.MetricStore;
import java.time.Duration;
import java.time.Instant;

/** What an alarm watches. */
public sealed interface MetricQuery permits MetricStatistic, MetricMath {

    /** The length of each data point. */
    Duration period();

    /**
     * The last data points. Periods are counted back from the end, not from the hour: CloudWatch moves the window of a five-minute
     * alarm on each minute.
     *
     * @param end a whole minute, at which the last period ends
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html">Alarm evaluation</a>
     */
    Series last(int points, Instant end, MetricStore metrics);
}
