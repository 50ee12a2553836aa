package dev.hookwarden.infra;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One metric, by the names of its dimensions. */
record Metric(String namespace, String name, Set<String> dimensions) {
    private static final Set<String> FUNCTION = Set.of("FunctionName");
    private static final Set<String> VERSION = Set.of("FunctionName", "Resource", "ExecutedVersion");

    /**
     * What AWS publishes of those that we look at: docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html,
     * docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html,
     * docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html.
     */
    private static final Map<String, Set<Set<String>>> OF_AWS = Map.of(
            "AWS/ApiGateway Count", Set.of(Set.of("ApiName")),
            "AWS/ApiGateway Latency", Set.of(Set.of("ApiName")),
            "AWS/ApiGateway 4XXError", Set.of(Set.of("ApiName")),
            "AWS/ApiGateway 5XXError", Set.of(Set.of("ApiName")),
            "AWS/Lambda Duration", Set.of(FUNCTION),
            "AWS/Lambda Errors", Set.of(FUNCTION, VERSION),
            "AWS/Lambda Throttles", Set.of(FUNCTION),
            "AWS/SQS ApproximateAgeOfOldestMessage", Set.of(Set.of("QueueName")),
            "AWS/SQS ApproximateNumberOfMessagesVisible", Set.of(Set.of("QueueName")));

    /** Reads what an alarm or one of its metrics names. */
    static Metric of(Node node) {
        return new Metric(
                node.at("Namespace").text(),
                node.at("MetricName").text(),
                node.at("Dimensions").items().stream()
                        .map(dimension -> dimension.at("Name").text())
                        .collect(Collectors.toSet()));
    }

    /** Whether AWS documents it. */
    boolean isOfAws() {
        return OF_AWS.getOrDefault(namespace + " " + name, Set.of()).contains(dimensions);
    }
}
