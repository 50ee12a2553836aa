package dev.hookwarden.local.cloudwatch.template;

import dev.hookwarden.local.cloudwatch.filter.FilterPattern;
import dev.hookwarden.local.cloudwatch.filter.MetricFilter;
import dev.hookwarden.local.cloudwatch.metric.MetricId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Reads {@code AWS::Logs::MetricFilter}. Dimensions are refused: a filter with them can't have a default value.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-logs-metricfilter.html">MetricFilter</a>
 */
record FilterReader(DeployedStack stack) {
    private static final Set<String> KNOWN =
            Set.of("FilterName", "FilterPattern", "LogGroupName", "MetricTransformations");
    private static final Set<String> TRANSFORMATION =
            Set.of("DefaultValue", "MetricName", "MetricNamespace", "MetricValue", "Unit");

    List<MetricFilter> all() {
        return stack.resources("AWS::Logs::MetricFilter").entrySet().stream()
                .map(entry -> filter(entry.getKey(), entry.getValue()))
                .toList();
    }

    private MetricFilter filter(String id, Node resource) {
        var properties = new Properties("Metric filter " + id, stack, resource.at("Properties"), KNOWN);
        List<Properties> transformations = properties.parts("MetricTransformations", TRANSFORMATION);
        if (transformations.size() != 1) {
            throw properties.refusal("other than one metric transformation");
        }
        Properties transformation = transformations.getFirst();
        return new MetricFilter(
                properties.ifPresent("FilterName").orElse(stack.generatedName(id)),
                properties.text("LogGroupName"),
                FilterPattern.parse(properties.text("FilterPattern")),
                new MetricId(transformation.text("MetricNamespace"), transformation.text("MetricName")),
                transformation.text("MetricValue"),
                transformation.has("DefaultValue")
                        ? OptionalDouble.of(transformation.number("DefaultValue"))
                        : OptionalDouble.empty());
    }
}
