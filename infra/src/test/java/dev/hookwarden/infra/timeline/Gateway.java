package dev.hookwarden.infra.timeline;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.ingest.IngestHandler;
import dev.hookwarden.local.cloudwatch.metric.MetricId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** API Gateway in front of ingest: its events, its access log as template.yaml formats it, and its metrics. */
final class Gateway {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\$context\\.([A-Za-z.]+)");
    private static final int TOO_MANY = 429;
    private static final int OK = 200;

    private final IngestHandler ingest;
    private final LambdaMetrics lambda;
    private final Journal journal;
    private boolean throttles;

    Gateway(IngestHandler ingest, LambdaMetrics lambda, Journal journal) {
        this.ingest = ingest;
        this.lambda = lambda;
        this.journal = journal;
    }

    /** Whether it answers by itself from now on. */
    void throttle(boolean whether) {
        throttles = whether;
    }

    /** The status that a request is answered with. */
    int request(String method, String provider, Map<String, String> headers, Payload payload) {
        int status = throttles ? TOO_MANY : invoke(event(method, provider, headers, payload));
        access(status, throttles ? "THROTTLED" : "-");
        publish("Count", 1);
        publish("4XXError", status >= 400 && status < 500 ? 1 : 0);
        publish("5XXError", status >= 500 ? 1 : 0);
        return status;
    }

    private int invoke(ObjectNode event) {
        var answer = new ByteArrayOutputStream();
        try {
            byte[] bytes = event.toString().getBytes(StandardCharsets.UTF_8);
            ingest.handleRequest(new ByteArrayInputStream(bytes), answer, new Invocation("ingest"));
            lambda.ran();
            return JSON.readTree(answer.toByteArray()).path("statusCode").intValue();
        } catch (IOException e) {
            throw new UncheckedIOException("In memory", e);
        }
    }

    private static ObjectNode event(String method, String provider, Map<String, String> headers, Payload payload) {
        ObjectNode event = JSON.createObjectNode()
                .put("httpMethod", method)
                .put("body", Base64.getEncoder().encodeToString(payload.bytes()))
                .put("isBase64Encoded", true);
        ObjectNode multiple = event.putObject("multiValueHeaders");
        headers.forEach((name, value) -> multiple.putArray(name).add(value));
        event.putObject("pathParameters").put("provider", provider);
        event.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .putObject("identity")
                .put("sourceIp", "192.0.2.1");
        return event;
    }

    private void access(int status, String gatewayError) {
        String line = VARIABLE.matcher(Deployed.accessLogFormat())
                .replaceAll(variable -> Matcher.quoteReplacement(
                        switch (variable.group(1)) {
                            case "status" -> String.valueOf(status);
                            case "error.responseType" -> gatewayError;
                            case "integration.status" -> gatewayError.equals("-") ? String.valueOf(OK) : "-";
                            default -> "1";
                        }));
        journal.line(World.logGroup("access"), line);
    }

    private void publish(String metric, double value) {
        journal.sample(new MetricId("AWS/ApiGateway", metric, Map.of("ApiName", "hookwarden-" + World.STAGE)), value);
    }
}
