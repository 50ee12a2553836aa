package dev.hookwarden.local.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Writes one answer with the headers that AWS's answers have. */
record Reply(HttpExchange exchange, String requestId) {
    void send(AwsAnswer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        send(answer.status(), answer.headers().getOrDefault("Content-Type", "application/xml"), answer.body());
    }

    void error(AwsApi api, AwsError error) throws IOException {
        send(AwsAnswer.of(api, error));
    }

    void send(int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
        exchange.getResponseHeaders().set("x-amz-request-id", requestId);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
