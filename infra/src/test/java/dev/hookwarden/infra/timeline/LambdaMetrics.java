package dev.hookwarden.infra.timeline;

import dev.hookwarden.local.cloudwatch.metric.MetricId;
import java.util.Map;

/**
 * What Lambda publishes of one function: for all of it, and for the version that its alias points at
 * (docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html).
 *
 * @param logicalId stands for the name that CloudFormation makes up, as in the definitions that are read
 */
record LambdaMetrics(Journal journal, String logicalId) {

    void ran() {
        publish("Errors", 0);
        publish("Throttles", 0);
    }

    void failed() {
        publish("Errors", 1);
        publish("Throttles", 0);
    }

    void throttled() {
        publish("Throttles", 1);
    }

    private void publish(String name, double value) {
        journal.sample(new MetricId("AWS/Lambda", name, Map.of("FunctionName", logicalId)), value);
        journal.sample(
                new MetricId(
                        "AWS/Lambda",
                        name,
                        Map.of("FunctionName", logicalId, "Resource", logicalId + ":live", "ExecutedVersion", "1")),
                value);
    }
}
