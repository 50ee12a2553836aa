package dev.hookwarden.local.stack;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.console.HttpAnswer;
import dev.hookwarden.local.lambda.ApiGatewayProxy;
import dev.hookwarden.local.lambda.ProxyAnswer;
import dev.hookwarden.local.lambda.ProxyRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The gateway over HTTP, and its metrics. */
final class ApiGatewayFront implements HttpHandler {
    private final ApiGatewayProxy gateway;
    private final LocalMetrics metrics;
    private final CapturedAttempts captured;

    ApiGatewayFront(RequestStreamHandler function, LocalMetrics metrics, CapturedAttempts captured) {
        this.gateway = new ApiGatewayProxy(measured(function, metrics));
        this.metrics = metrics;
        this.captured = captured;
    }

    private static RequestStreamHandler measured(RequestStreamHandler function, LocalMetrics metrics) {
        return (event, answer, context) -> metrics.invoked("IngestFunction", () -> {
            try {
                function.handleRequest(event, answer, context);
                return answer;
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        });
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(ApiGatewayProxy.MAX_BODY + 1);
        ProxyRequest request = new ProxyRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders(),
                Payload.of(body),
                exchange.getRemoteAddress().getAddress().getHostAddress());
        ProxyAnswer answer = captured.during(request, () -> gateway.answer(request));
        metrics.answered(answer.status(), answer.responseType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        new HttpAnswer(answer.status(), "application/json", answer.body()).writeTo(exchange);
    }
}
