package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simulated providers' APIs at {@code /_providers/<provider>/}, and the switches that a real provider doesn't have beside them. */
final class ProvidersFront implements HttpHandler {
    static final String PATH = "/_providers/";

    private static final Pattern ROUTE = Pattern.compile(PATH + "([^/]+)(/.*)?");
    private static final int MAX_BODY = 64 * 1024;

    private final Map<String, SimulatedProvider> providers;

    ProvidersFront(Map<String, SimulatedProvider> providers) {
        this.providers = Map.copyOf(providers);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Matcher route = ROUTE.matcher(exchange.getRequestURI().getPath());
        SimulatedProvider provider = route.matches() ? providers.get(route.group(1)) : null;
        if (provider == null) {
            HttpAnswer.error(404, "No such provider; there are " + String.join(", ", providers.keySet()))
                    .writeTo(exchange);
            return;
        }
        String path = route.group(2) == null ? "/" : route.group(2);
        answer(exchange, provider, path).writeTo(exchange);
    }

    private static HttpAnswer answer(HttpExchange exchange, SimulatedProvider provider, String path)
            throws IOException {
        try {
            return switch (exchange.getRequestMethod() + " " + path) {
                case "POST /keys" -> HttpAnswer.json(200, LocalJson.object().put("key", provider.issueKey()));
                case "DELETE /keys" ->
                    revoke(provider, read(exchange).path("key").asText());
                case "PUT /faults" -> plan(provider, read(exchange));
                default -> call(exchange, provider, path);
            };
        } catch (IllegalArgumentException refused) {
            return HttpAnswer.error(400, String.valueOf(refused.getMessage()));
        }
    }

    private static JsonNode read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
        try {
            return LocalJson.MAPPER.readTree(body);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("The body is not JSON", malformed);
        }
    }

    private static HttpAnswer revoke(SimulatedProvider provider, String key) {
        return provider.revoke(key)
                ? HttpAnswer.json(200, LocalJson.object().put("revoked", true))
                : HttpAnswer.error(404, "No such key is alive");
    }

    private static HttpAnswer plan(SimulatedProvider provider, JsonNode faults) {
        provider.plan(new PlannedFaults(
                faults.path("status").asInt(0),
                faults.path("count").asInt(1),
                faults.path("latencyMs").asInt(0)));
        return HttpAnswer.json(200, faults);
    }

    private static HttpAnswer call(HttpExchange exchange, SimulatedProvider provider, String path) {
        PlannedFaults fault = provider.nextFault();
        Pause.of(Duration.ofMillis(fault.latencyMs()));
        if (fault.status() != 0) {
            return failure(fault.status(), "A planned fault");
        }
        if (!isAuthorized(exchange, provider)) {
            return failure(401, "UNAUTHORIZED");
        }
        return isKnown(provider, path) ? success() : failure(404, "NOT_FOUND");
    }

    private static boolean isAuthorized(HttpExchange exchange, SimulatedProvider provider) {
        String prefix = provider.provider().api().authPrefix();
        String value =
                exchange.getRequestHeaders().getFirst(provider.provider().api().authHeader());
        return value != null && value.startsWith(prefix) && provider.isAlive(value.substring(prefix.length()));
    }

    /** The collections that the provider documents stand below the path of its base address. */
    private static boolean isKnown(SimulatedProvider provider, String path) {
        String read = provider.provider().api().baseUrl().getPath()
                + provider.provider().api().provingRead();
        return path.equals(read.replaceFirst("\\?.*", ""));
    }

    private static HttpAnswer success() {
        var body = LocalJson.object();
        body.putArray("data");
        body.putObject("meta").put("request_id", UUID.randomUUID().toString());
        return HttpAnswer.json(200, body);
    }

    private static HttpAnswer failure(int status, String error) {
        return HttpAnswer.json(
                status,
                LocalJson.object()
                        .put("error", error)
                        .put("message", "Simulated")
                        .put("request_id", UUID.randomUUID().toString()));
    }
}
