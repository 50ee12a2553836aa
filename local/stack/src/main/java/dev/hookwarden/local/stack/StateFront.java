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

/** What is going on, as JSON arrays at {@code /_hookwarden/<name>}, and the console page that shows them at {@code /_hookwarden/}. */
final class StateFront implements HttpHandler {
    static final String PATH = "/_hookwarden/";

    private final Map<String, Supplier<JsonNode>> states;
    private final HttpAnswer console;

    StateFront(Map<String, Supplier<JsonNode>> states) {
        this.states = Map.copyOf(states);
        this.console = new HttpAnswer(200, "text/html; charset=utf-8", page());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath().substring(PATH.length()))
                .writeTo(exchange);
    }

    private HttpAnswer answer(String method, String name) {
        if (!method.equals("GET")) {
            return HttpAnswer.error(405, "Only GET");
        }
        if (name.isEmpty()) {
            return console;
        }
        Supplier<JsonNode> state = states.get(name);
        return state == null
                ? HttpAnswer.error(404, "There are " + String.join(", ", states.keySet()))
                : HttpAnswer.json(200, state.get());
    }

    private static String page() {
        try (InputStream page = Objects.requireNonNull(StateFront.class.getResourceAsStream("console.html"))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
