package dev.hookwarden.local.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes one answer with the headers that AWS's answers have. */
record Reply(HttpExchange exchange, String requestId) {
    private static final int OK = 200;
    private static final CBORMapper CBOR = new CBORMapper();

    void success(AwsApi api, ObjectNode output) throws IOException {
        send(OK, api, output);
    }

    void rest(RestAnswer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        send(answer.status(), answer.headers().getOrDefault("Content-Type", "application/xml"), answer.body());
    }

    void error(AwsApi api, AwsError error) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", error.code());
        send(error.status(), api, error.body(api));
    }

    private void send(int status, AwsApi api, ObjectNode body) throws IOException {
        if (api.isCbor()) {
            exchange.getResponseHeaders().set("smithy-protocol", "rpc-v2-cbor");
            send(status, api.contentType(), CBOR.writeValueAsBytes(body));
        } else {
            send(status, api.contentType(), body.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    void send(int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
        exchange.getResponseHeaders().set("x-amz-request-id", requestId);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
