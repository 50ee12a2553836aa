package dev.hookwarden.local.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.hookwarden.http.Headers;
import dev.hookwarden.local.tls.ServerCertificate;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simulated providers' APIs at {@code /_providers/<provider>/}, and the switches that a real provider doesn't have beside them. */
final class ProvidersFront implements HttpHandler {
    private static final Pattern ROUTE = Pattern.compile(SimulatedProviders.PATH + "([^/]+)(/.*)?");
    private static final int MAX_BODY = 64 * 1024;

    private final Map<String, SimulatedProvider> providers;
    private final TlsFronts tls;

    ProvidersFront(Map<String, SimulatedProvider> providers, TlsFronts tls) {
        this.providers = Map.copyOf(providers);
        this.tls = tls;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher route = ROUTE.matcher(exchange.getRequestURI().getPath());
            SimulatedProvider provider = route.matches() ? providers.get(route.group(1)) : null;
            if (provider == null) {
                String there = String.join(", ", providers.keySet());
                write(exchange, Switches.error(404, "No such provider; there are " + there));
            } else {
                answer(exchange, provider, Objects.requireNonNullElse(route.group(2), "/"));
            }
        }
    }

    private void answer(HttpExchange exchange, SimulatedProvider provider, String path) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
        Optional<ApiAnswer> switched = switched(provider, exchange.getRequestMethod() + " " + path, body);
        if (switched.isPresent()) {
            write(exchange, switched.get());
        } else {
            PlannedFaults fault = provider.nextFault();
            AnswerWriter.write(exchange, provider.api().answer(request(exchange, path), fault), fault);
        }
    }

    private Optional<ApiAnswer> switched(SimulatedProvider provider, String methodAndPath, byte[] body) {
        try {
            return methodAndPath.equals("PUT /certificate")
                    ? Optional.of(show(provider, Switches.certificate(json(body))))
                    : Switches.answer(provider, methodAndPath, json(body));
        } catch (IllegalArgumentException refused) {
            return Optional.of(Switches.error(400, String.valueOf(refused.getMessage())));
        }
    }

    private ApiAnswer show(SimulatedProvider provider, ServerCertificate certificate) {
        TlsFront shown = tls.show(provider.provider(), certificate, this);
        return ApiAnswer.json(
                200,
                ApiAnswer.MAPPER
                        .createObjectNode()
                        .put("url", shown.baseUrl().toString())
                        .put("certificate", certificate.wireName())
                        .put("authority", tls.authority().pem()));
    }

    /** The body of a switch; of a call, which may be anything, only what is JSON. */
    private static JsonNode json(byte[] body) {
        try {
            return ApiAnswer.MAPPER.readTree(body);
        } catch (IOException malformed) {
            return ApiAnswer.MAPPER.missingNode();
        }
    }

    private static ApiRequest request(HttpExchange exchange, String path) {
        Headers.Builder headers = new Headers.Builder();
        exchange.getRequestHeaders().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        return new ApiRequest(exchange.getRequestMethod(), path, query, headers.build());
    }

    private static void write(HttpExchange exchange, ApiAnswer answer) throws IOException {
        AnswerWriter.write(exchange, answer, PlannedFaults.NONE);
    }
}
