package dev.hookwarden.local.stack;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does what a REST API with a proxy integration does when every media type is binary: every body travels in base64, and
 * what the function throws or answers amiss becomes a 502 (docs.aws.amazon.com/apigateway, Lambda proxy integrations).
 */
final class ApiGatewayFront implements HttpHandler {
    /** 10 MB: API Gateway quotas, REST API. */
    private static final int MAX_BODY = 10 * 1024 * 1024;

    /** "Request must be smaller than 6291456 bytes for the InvokeFunction operation", says Lambda. */
    private static final int MAX_EVENT = 6 * 1024 * 1024 - 1;

    private static final Pattern ROUTE = Pattern.compile("/webhooks/([^/]+)");

    private final RequestStreamHandler function;
    private final LocalMetrics metrics;

    ApiGatewayFront(RequestStreamHandler function, LocalMetrics metrics) {
        this.function = function;
        this.metrics = metrics;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Matcher route = ROUTE.matcher(exchange.getRequestURI().getPath());
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (!route.matches()) {
            // What template.yaml makes of the gateway's answer to an unknown route.
            metrics.answered(404, "MISSING_AUTHENTICATION_TOKEN");
            HttpAnswer.error(404, "No such webhook address").writeTo(exchange);
            return;
        }
        byte[] event = event(exchange, route.group(1), body).toString().getBytes(StandardCharsets.UTF_8);
        if (body.length > MAX_BODY || event.length > MAX_EVENT) {
            metrics.answered(413, "REQUEST_TOO_LARGE");
            HttpAnswer.json(413, LocalJson.object().put("message", "Request Too Long"))
                    .writeTo(exchange);
        } else {
            JsonNode answer = invoke(event);
            metrics.answered(answer.path("statusCode").asInt(), "-");
            answer(exchange, answer);
        }
    }

    private JsonNode invoke(byte[] bytes) {
        try {
            return metrics.invoked("IngestFunction", () -> answerTo(bytes));
        } catch (RuntimeException fault) {
            return LocalJson.object().put("statusCode", 502).put("body", "{\"message\":\"Internal server error\"}");
        }
    }

    private JsonNode answerTo(byte[] bytes) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            function.handleRequest(new ByteArrayInputStream(bytes), answer, new LocalContext("ingest"));
            JsonNode parsed = LocalJson.MAPPER.readTree(answer.toByteArray());
            if (parsed.path("statusCode").isInt()) {
                return parsed;
            }
            throw new IllegalStateException("The function's answer has no status");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static ObjectNode event(HttpExchange exchange, String provider, byte[] body) {
        String path = exchange.getRequestURI().getPath();
        ObjectNode event = LocalJson.object()
                .put("resource", "/webhooks/{provider}")
                .put("path", path)
                .put("httpMethod", exchange.getRequestMethod());
        ObjectNode single = event.putObject("headers");
        ObjectNode multiple = event.putObject("multiValueHeaders");
        exchange.getRequestHeaders().forEach((name, values) -> {
            single.put(name, values.getLast());
            ArrayNode all = multiple.putArray(name);
            values.forEach(all::add);
        });
        event.putObject("pathParameters").put("provider", provider);
        ObjectNode context = event.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("stage", "local");
        context.putObject("identity")
                .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress());
        return body.length == 0
                ? event.putNull("body").put("isBase64Encoded", false)
                : event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    }

    private static void answer(HttpExchange exchange, JsonNode answer) throws IOException {
        answer.path("headers")
                .properties()
                .forEach(header -> exchange.getResponseHeaders()
                        .set(header.getKey(), header.getValue().asText()));
        new HttpAnswer(
                        answer.path("statusCode").asInt(),
                        "application/json",
                        answer.path("body").asText())
                .writeTo(exchange);
    }
}
