package dev.hookwarden.local.cloudwatch.template;

import dev.hookwarden.local.cloudwatch.alarm.ComparisonOperator;
import dev.hookwarden.local.cloudwatch.alarm.MetricAlarm;
import dev.hookwarden.local.cloudwatch.alarm.MetricQuery;
import dev.hookwarden.local.cloudwatch.alarm.TreatMissingData;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code AWS::CloudWatch::Alarm}. Its name and TreatMissingData must be given.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudwatch-alarm.html">Alarm</a>
 */
record AlarmReader(DeployedStack stack) {
    private static final Set<String> KNOWN = Set.of(
            "ActionsEnabled",
            "AlarmActions",
            "AlarmDescription",
            "AlarmName",
            "ComparisonOperator",
            "DatapointsToAlarm",
            "Dimensions",
            "EvaluateLowSampleCountPercentile",
            "EvaluationPeriods",
            "ExtendedStatistic",
            "InsufficientDataActions",
            "MetricName",
            "Metrics",
            "Namespace",
            "OKActions",
            "Period",
            "Statistic",
            "Tags",
            "Threshold",
            "TreatMissingData");

    List<MetricAlarm> all() {
        return stack.resources("AWS::CloudWatch::Alarm").entrySet().stream()
                .map(entry -> alarm(entry.getKey(), entry.getValue()))
                .toList();
    }

    private MetricAlarm alarm(String id, Node resource) {
        var properties = new Properties("Alarm " + id, stack, resource.at("Properties"), KNOWN);
        if (!properties
                .ifPresent("EvaluateLowSampleCountPercentile")
                .orElse("evaluate")
                .equals("evaluate")) {
            throw properties.refusal("EvaluateLowSampleCountPercentile is not supported");
        }
        var queries = new QueryReader(properties);
        MetricQuery query = properties.has("Metrics") ? queries.math() : queries.single();
        int periods = properties.whole("EvaluationPeriods");
        return new MetricAlarm(
                properties.text("AlarmName"),
                query,
                ComparisonOperator.of(properties.text("ComparisonOperator")),
                properties.number("Threshold"),
                properties.has("DatapointsToAlarm") ? properties.whole("DatapointsToAlarm") : periods,
                periods,
                TreatMissingData.of(properties.text("TreatMissingData")));
    }
}
