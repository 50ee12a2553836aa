package dev.hookwarden.local.cloudwatch.metric;

import java.util.Map;

/**
 * What makes one metric: other dimensions are another metric.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html">CloudWatch concepts</a>
 */
public record MetricId(String namespace, String name, Map<String, String> dimensions) {
    public MetricId {
        dimensions = Map.copyOf(dimensions);
    }

    /** A metric without dimensions. */
    public MetricId(String namespace, String name) {
        this(namespace, name, Map.of());
    }
}
