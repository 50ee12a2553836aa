package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What is going on, as JSON arrays at {@code /_hookwarden/<name>}, and the console page that shows them at {@code /_hookwarden/}; and what is
 * done when somebody posts there.
 */
final class StateFront implements HttpHandler {
    static final String PATH = "/_hookwarden/";

    private final Map<String, Supplier<JsonNode>> states;
    private final Map<String, Supplier<JsonNode>> actions;
    private final HttpAnswer console;

    StateFront(Map<String, Supplier<JsonNode>> states, Map<String, Supplier<JsonNode>> actions) {
        this.states = Map.copyOf(states);
        this.actions = Map.copyOf(actions);
        this.console = new HttpAnswer(200, "text/html; charset=utf-8", page());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath().substring(PATH.length()))
                .writeTo(exchange);
    }

    private HttpAnswer answer(String method, String name) {
        return switch (method) {
            case "GET" -> name.isEmpty() ? console : of(states, name);
            case "POST" -> of(actions, name);
            default -> HttpAnswer.error(405, "Only GET and POST");
        };
    }

    private static HttpAnswer of(Map<String, Supplier<JsonNode>> known, String name) {
        Supplier<JsonNode> found = known.get(name);
        return found == null
                ? HttpAnswer.error(404, "There are " + String.join(", ", known.keySet()))
                : HttpAnswer.json(200, found.get());
    }

    private static String page() {
        try (InputStream page = Objects.requireNonNull(StateFront.class.getResourceAsStream("console.html"))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
