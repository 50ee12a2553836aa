package dev.hookwarden.local.cloudwatch.template;

import dev.hookwarden.local.cloudwatch.alarm.MetricMath;
import dev.hookwarden.local.cloudwatch.alarm.MetricQuery;
import dev.hookwarden.local.cloudwatch.alarm.MetricStatistic;
import dev.hookwarden.local.cloudwatch.math.MathExpression;
import dev.hookwarden.local.cloudwatch.metric.MetricId;
import dev.hookwarden.local.cloudwatch.metric.Statistic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what an alarm watches: one metric in its own properties, or the metrics and expressions of its {@code Metrics}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cloudwatch-alarm-metricdataquery.html">
 *     MetricDataQuery</a>
 */
record QueryReader(Properties alarm) {
    private static final Set<String> QUERY = Set.of("Expression", "Id", "Label", "MetricStat", "ReturnData");
    private static final Set<String> STATISTIC = Set.of("Metric", "Period", "Stat");
    private static final Set<String> METRIC = Set.of("Dimensions", "MetricName", "Namespace");
    private static final Set<String> DIMENSION = Set.of("Name", "Value");

    MetricQuery single() {
        String statistic = alarm.ifPresent("ExtendedStatistic").orElseGet(() -> alarm.text("Statistic"));
        return new MetricStatistic(metric(alarm), Statistic.named(statistic), period(alarm));
    }

    MetricQuery math() {
        Map<String, MetricStatistic> metrics = new HashMap<>();
        Map<String, MathExpression> expressions = new HashMap<>();
        List<Properties> queries = alarm.parts("Metrics", QUERY);
        for (Properties query : queries) {
            if (query.has("Expression")) {
                expressions.put(query.text("Id"), MathExpression.parse(query.text("Expression")));
            } else {
                metrics.put(query.text("Id"), statistic(only(query.parts("MetricStat", STATISTIC))));
            }
        }
        Properties result = only(queries.stream()
                .filter(query ->
                        Boolean.parseBoolean(query.ifPresent("ReturnData").orElse("true")))
                .toList());
        return new MetricMath(metrics, expressions, result.text("Id"));
    }

    private MetricStatistic statistic(Properties properties) {
        return new MetricStatistic(
                metric(only(properties.parts("Metric", METRIC))),
                Statistic.named(properties.text("Stat")),
                period(properties));
    }

    private MetricId metric(Properties properties) {
        Map<String, String> dimensions = properties.parts("Dimensions", DIMENSION).stream()
                .collect(Collectors.toMap(dimension -> dimension.text("Name"), dimension -> dimension.text("Value")));
        return new MetricId(properties.text("Namespace"), properties.text("MetricName"), dimensions);
    }

    private Duration period(Properties properties) {
        return Duration.ofSeconds(properties.whole("Period"));
    }

    private Properties only(List<Properties> parts) {
        if (parts.size() != 1) {
            throw alarm.refusal(
                    "Metrics needs a MetricStat or Expression in each part, and one part that returns data");
        }
        return parts.getFirst();
    }
}
