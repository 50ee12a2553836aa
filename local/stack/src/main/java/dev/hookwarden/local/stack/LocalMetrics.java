package dev.hookwarden.local.stack;

import dev.hookwarden.local.cloudwatch.metric.MetricId;
import java.util.Map;
import java.util.function.Supplier;

/** What AWS publishes by itself of gateway, functions and queues, and the gateway's access log. */
record LocalMetrics(LocalMonitoring monitoring) {
    private static final String API = "hookwarden-local";

    /**
     * The gateway answered.
     *
     * @param error what it says when the answer is its own; a hyphen when it is the function's
     */
    void answered(int status, String error) {
        monitoring.log(
                "access",
                LocalJson.object()
                        .put("status", status)
                        .put("gatewayError", error)
                        .toString());
        gateway("Count", 1);
        gateway("4XXError", status >= 400 && status < 500 ? 1 : 0);
        gateway("5XXError", status >= 500 ? 1 : 0);
    }

    /**
     * Invokes a function.
     *
     * @param logicalId its name in template.yaml, which stands for the one that AWS makes up
     */
    <T> T invoked(String logicalId, Supplier<T> invocation) {
        double errors = 1;
        try {
            T answer = invocation.get();
            errors = 0;
            return answer;
        } finally {
            lambda(logicalId, "Errors", errors);
            lambda(logicalId, "Throttles", 0);
        }
    }

    /** How a queue is. */
    void queue(String name, long visible, long ageInSeconds) {
        queue("ApproximateNumberOfMessagesVisible", name, visible);
        queue("ApproximateAgeOfOldestMessage", name, ageInSeconds);
    }

    private void gateway(String metric, double value) {
        monitoring.metric(new MetricId("AWS/ApiGateway", metric, Map.of("ApiName", API)), value);
    }

    private void lambda(String logicalId, String metric, double value) {
        monitoring.metric(new MetricId("AWS/Lambda", metric, Map.of("FunctionName", logicalId)), value);
    }

    private void queue(String metric, String name, long value) {
        monitoring.metric(new MetricId("AWS/SQS", metric, Map.of("QueueName", name)), (double) value);
    }
}
