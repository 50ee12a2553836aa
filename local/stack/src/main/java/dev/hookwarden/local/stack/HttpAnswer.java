package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the local stack's own pages and interfaces answer with. */
record HttpAnswer(int status, String contentType, String body) {
    static HttpAnswer json(int status, JsonNode body) {
        return new HttpAnswer(status, "application/json", body.toString());
    }

    static HttpAnswer error(int status, String message) {
        return json(status, LocalJson.object().put("error", message));
    }

    void writeTo(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
