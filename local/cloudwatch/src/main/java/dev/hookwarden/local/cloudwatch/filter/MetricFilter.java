package dev.hookwarden.local.cloudwatch.filter;

import dev.hookwarden.local.cloudwatch.metric.MetricId;
import dev.hookwarden.local.cloudwatch.metric.MetricStore;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * One metric filter of a log group.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html">Filter pattern
 *     syntax for metric filters</a>
 */
public final class MetricFilter {
    private final String name;
    private final String logGroup;
    private final FilterPattern pattern;
    private final MetricId metric;
    private final MetricValue value;
    private final OptionalDouble defaultValue;

    /**
     * Describes a filter.
     *
     * @param name different from those of the log group's other filters
     * @param value a number, or the selector of a number, as {@code $.millis}
     * @param defaultValue what is published for a minute in which events came and none matched
     * @throws dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException when the value is neither
     */
    public MetricFilter(
            String name,
            String logGroup,
            FilterPattern pattern,
            MetricId metric,
            String value,
            OptionalDouble defaultValue) {
        this.name = name;
        this.logGroup = logGroup;
        this.pattern = pattern;
        this.metric = metric;
        this.value = MetricValue.parse(value);
        this.defaultValue = defaultValue;
    }

    public String name() {
        return name;
    }

    public String logGroup() {
        return logGroup;
    }

    public FilterPattern pattern() {
        return pattern;
    }

    public MetricId metric() {
        return metric;
    }

    /**
     * Publishes what one event of the log group is worth. The default value is one sample for a minute, however many events came in it;
     * AWS documents that it is reported, not how often.
     *
     * @throws dev.hookwarden.local.cloudwatch.definition.UndocumentedBehaviorException when AWS does not document what the filter makes
     *     of such an event
     */
    public void apply(LogLine line, Instant at, MetricStore metrics) {
        String publisher = logGroup + " " + name;
        if (pattern.matches(line)) {
            metrics.put(metric, at, value.of(line), publisher);
        } else {
            defaultValue.ifPresent(sample -> metrics.putDefault(metric, at, sample, publisher));
        }
    }
}
