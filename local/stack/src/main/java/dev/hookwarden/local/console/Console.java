package dev.hookwarden.local.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.hookwarden.local.aws.SameMachine;
import dev.hookwarden.signing.UnusableKeyException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is going on, as JSON at {@code /_hookwarden/<name>}; what is done when somebody posts there; and at {@code /_hookwarden/} the page that
 * shows the one live and does the other.
 */
public final class Console implements HttpHandler {
    /** What every path begins with. */
    public static final String PATH = "/_hookwarden/";

    /** The page's stream of server-sent events. */
    private static final String STREAM = "live";

    private static final int MAX_INPUT = 64 * 1024;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff",
            "Cache-Control",
            "no-store");

    private final PageFiles files = new PageFiles();
    private final Map<String, Supplier<? extends JsonNode>> states = new TreeMap<>();
    private final Map<String, Details> details = new TreeMap<>();
    private final Map<String, Action> actions = new TreeMap<>();
    private final List<LivePart> parts = new ArrayList<>();

    /** What {@code GET <name>} answers. */
    public Console state(String name, Supplier<? extends JsonNode> state) {
        states.put(name, state);
        return this;
    }

    /** What {@code GET <name>/<id>} answers. */
    public Console details(String name, Details of) {
        details.put(name, of);
        return this;
    }

    /** What {@code POST <name>} does. */
    public Console action(String name, Action action) {
        actions.put(name, action);
        return this;
    }

    /**
     * What the page is told by the server-sent event of this name.
     *
     * @param every how often to look whether it has changed, in whole quarters of a second
     */
    public Console live(String name, Duration every, Supplier<? extends JsonNode> state) {
        parts.add(new LivePart(name, every, state));
        return this;
    }

    /** Serves it there, once everything is said. */
    public void serveOn(HttpServer server) {
        server.createContext(PATH, this).getFilters().add(SameMachine.forPages());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            HEADERS.forEach(headers::set);
            String name = exchange.getRequestURI().getPath().substring(PATH.length());
            switch (exchange.getRequestMethod()) {
                case "GET" -> get(exchange, name);
                case "HEAD" -> read(name).writeTo(exchange);
                case "POST" -> post(exchange, name).writeTo(exchange);
                default -> HttpAnswer.error(405, "Only GET and POST").writeTo(exchange);
            }
        }
    }

    private void get(HttpExchange exchange, String name) throws IOException {
        if (name.equals(STREAM)) {
            EventStream.serve(parts, exchange);
        } else {
            read(name).writeTo(exchange);
        }
    }

    private HttpAnswer read(String name) {
        @Nullable HttpAnswer file = files.named(name);
        if (file != null) {
            return file;
        }
        int slash = name.indexOf('/');
        if (slash >= 0) {
            @Nullable Details known = details.get(name.substring(0, slash));
            return known == null ? unknown(details) : detail(known, name.substring(slash + 1));
        }
        @Nullable Supplier<? extends JsonNode> state = states.get(name);
        return state == null ? unknown(states) : HttpAnswer.json(200, state.get());
    }

    private static HttpAnswer detail(Details known, String id) {
        try {
            return HttpAnswer.json(200, known.of(id));
        } catch (ActionRefusedException none) {
            return HttpAnswer.error(404, String.valueOf(none.getMessage()));
        }
    }

    private HttpAnswer post(HttpExchange exchange, String name) throws IOException {
        byte[] input = exchange.getRequestBody().readNBytes(MAX_INPUT);
        @Nullable Action action = actions.get(name);
        try {
            return action == null ? unknown(actions) : HttpAnswer.json(200, action.perform(json(input)));
        } catch (ActionRefusedException refused) {
            return HttpAnswer.error(409, String.valueOf(refused.getMessage()));
        } catch (UnusableKeyException revoked) {
            return HttpAnswer.error(409, "There is no key to sign with: submit a new one, and rotate");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return HttpAnswer.error(503, "The stack is stopping");
        }
    }

    private static JsonNode json(byte[] input) {
        try {
            return MAPPER.readTree(input);
        } catch (IOException malformed) {
            return MAPPER.missingNode();
        }
    }

    private static HttpAnswer unknown(Map<String, ?> known) {
        return HttpAnswer.error(404, "There are " + String.join(", ", known.keySet()));
    }
}
