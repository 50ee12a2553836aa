package dev.hookwarden.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does what a REST API with a proxy integration does when every media type is binary: every body travels in base64, and
 * what the function throws or answers amiss becomes a 502 (docs.aws.amazon.com/apigateway, Lambda proxy integrations).
 */
public final class ApiGatewayProxy {
    /** 10 MB: API Gateway quotas, REST API. */
    public static final int MAX_BODY = 10 * 1024 * 1024;

    /** "Request must be smaller than 6291456 bytes for the InvokeFunction operation", says Lambda. */
    private static final int MAX_EVENT = 6 * 1024 * 1024 - 1;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ROUTE = Pattern.compile("/webhooks/([^/]+)");

    private final RequestStreamHandler function;

    public ApiGatewayProxy(RequestStreamHandler function) {
        this.function = function;
    }

    /** The answer to a request; never throws for what the function throws. */
    public ProxyAnswer answer(ProxyRequest request) {
        Matcher route = ROUTE.matcher(request.path());
        if (!route.matches()) {
            // What template.yaml makes of the gateway's answer to an unknown route.
            return new ProxyAnswer(
                    404, "MISSING_AUTHENTICATION_TOKEN", Map.of(), "{\"error\":\"No such webhook address\"}");
        }
        byte[] event = event(request, route.group(1)).toString().getBytes(StandardCharsets.UTF_8);
        return request.body().size() > MAX_BODY || event.length > MAX_EVENT
                ? new ProxyAnswer(413, "REQUEST_TOO_LARGE", Map.of(), "{\"message\":\"Request Too Long\"}")
                : invoke(event);
    }

    private ProxyAnswer invoke(byte[] event) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            function.handleRequest(new ByteArrayInputStream(event), answer, new LocalContext("ingest"));
            JsonNode parsed = JSON.readTree(answer.toByteArray());
            if (parsed.path("statusCode").isInt()) {
                return answer(parsed);
            }
            throw new IllegalStateException("The function's answer has no status");
        } catch (IOException | RuntimeException fault) {
            return new ProxyAnswer(
                    502, ProxyAnswer.OF_THE_FUNCTION, Map.of(), "{\"message\":\"Internal server error\"}");
        }
    }

    private static ObjectNode event(ProxyRequest request, String provider) {
        ObjectNode event = JSON.createObjectNode()
                .put("resource", "/webhooks/{provider}")
                .put("path", request.path())
                .put("httpMethod", request.method());
        ObjectNode single = event.putObject("headers");
        ObjectNode multiple = event.putObject("multiValueHeaders");
        request.headers().forEach((name, values) -> {
            single.put(name, values.getLast());
            ArrayNode all = multiple.putArray(name);
            values.forEach(all::add);
        });
        event.putObject("pathParameters").put("provider", provider);
        ObjectNode context = event.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("stage", "local");
        context.putObject("identity").put("sourceIp", request.sourceIp());
        byte[] body = request.body().bytes();
        return body.length == 0
                ? event.putNull("body").put("isBase64Encoded", false)
                : event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    }

    private static ProxyAnswer answer(JsonNode answer) {
        Map<String, String> headers = new HashMap<>();
        answer.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return new ProxyAnswer(
                answer.path("statusCode").asInt(),
                ProxyAnswer.OF_THE_FUNCTION,
                headers,
                answer.path("body").asText());
    }
}
