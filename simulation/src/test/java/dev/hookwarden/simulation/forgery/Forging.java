package dev.hookwarden.simulation.forgery;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.lambda.ProxyRequest;
import dev.hookwarden.signing.Mutation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Changes a genuine request in its headers, body, route, method and encoding, one to three times. */
public final class Forging {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE);

    private final List<String> routes;
    private final Random random;

    /** @param routes the ids of all providers */
    public Forging(List<String> routes, Random random) {
        this.routes = List.copyOf(routes);
        this.random = random;
    }

    /** The request changed; by chance it may come out as it was. */
    public ProxyRequest change(ProxyRequest genuine) {
        ProxyRequest changed = genuine;
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            changed = switch (random.nextInt(8)) {
                case 0, 1 ->
                    withBody(changed, Payload.of(Mutation.of(changed.body().bytes(), random)));
                case 2 -> withBody(changed, Payload.of(encoded(changed.body().bytes())));
                case 3 -> elsewhere(changed);
                case 4 -> encodedHeader(changed);
                default -> withHeaders(changed, changedHeaders(changed.headers()));
            };
        }
        return changed;
    }

    /** Nothing that anyone sends: absurd headers, methods, routes and bodies. */
    public ProxyRequest nonsense() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int left = random.nextInt(12); left > 0; left--) {
            headers.put("X-" + noise(12), List.of(noise(random.nextInt(400))));
        }
        headers.put("X-Signature", List.of(noise(random.nextInt(90)), noise(3)));
        headers.put("Content-Encoding", List.of(random.nextBoolean() ? "gzip" : noise(5)));
        byte[] body = new byte[random.nextInt(50) == 0 ? 900 * 1024 : random.nextInt(300)];
        random.nextBytes(body);
        String route = random.nextInt(4) == 0 ? noise(20) : routes.get(random.nextInt(routes.size()));
        String method = List.of("POST", "POST", "GET", "PUT", noise(4)).get(random.nextInt(5));
        return new ProxyRequest(method, "/webhooks/" + route, headers, Payload.of(body), noise(15));
    }

    private byte[] encoded(byte[] body) {
        return switch (random.nextInt(4)) {
            case 0 -> Base64.getEncoder().encode(body);
            case 1 -> new String(body, StandardCharsets.UTF_8).getBytes(CHARSETS.get(random.nextInt(CHARSETS.size())));
            case 2 -> new String(body, StandardCharsets.UTF_8).replace(" ", "").getBytes(StandardCharsets.UTF_8);
            default -> (new String(body, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8);
        };
    }

    private ProxyRequest elsewhere(ProxyRequest request) {
        String route = routes.get(random.nextInt(routes.size()));
        String path = switch (random.nextInt(4)) {
            case 0 -> "/webhooks/" + route.toUpperCase(Locale.ROOT);
            case 1 -> "/webhooks/" + Mutation.of(route, random);
            default -> "/webhooks/" + route;
        };
        String method = random.nextInt(6) == 0 ? "PUT" : request.method();
        return new ProxyRequest(method, path, request.headers(), request.body(), request.sourceIp());
    }

    /** A value encoded in another way: hex as base64, percent-encoded, quoted, without its prefix. */
    private ProxyRequest encodedHeader(ProxyRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
        String name = anyOf(headers);
        headers.computeIfPresent(
                name, (same, values) -> values.stream().map(this::otherwise).toList());
        return withHeaders(request, headers);
    }

    private String otherwise(String value) {
        return switch (random.nextInt(5)) {
            case 0 -> Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
            case 1 -> value.replace("=", "%3D");
            case 2 -> '"' + value + '"';
            case 3 -> value.substring(value.indexOf('=') + 1);
            default -> value.toUpperCase(Locale.ROOT);
        };
    }

    private Map<String, List<String>> changedHeaders(Map<String, List<String>> before) {
        Map<String, List<String>> headers = new LinkedHashMap<>(before);
        if (headers.isEmpty()) {
            return headers;
        }
        String name = anyOf(headers);
        List<String> values = headers.getOrDefault(name, List.of(""));
        String value = values.isEmpty() ? "" : values.getFirst();
        switch (random.nextInt(6)) {
            case 0 -> headers.remove(name);
            case 1 -> headers.put(name, both(value, Mutation.of(value, random)));
            case 2 -> headers.put(name.toUpperCase(Locale.ROOT) + " ", List.of(value));
            case 3 -> headers.put(Mutation.of(name, random), List.of(value));
            default -> headers.put(name, List.of(Mutation.of(value, random)));
        }
        return headers;
    }

    private static List<String> both(String one, String other) {
        List<String> both = new ArrayList<>();
        both.add(one);
        both.add(other);
        return both;
    }

    /** Not by the order in which they stand there, which differs from one virtual machine to the next: a seed repeats a run. */
    private String anyOf(Map<String, List<String>> headers) {
        List<String> names = headers.keySet().stream().sorted().toList();
        return names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
    }

    private String noise(int length) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < length; index++) {
            text.append((char) (random.nextInt(8) == 0 ? random.nextInt(0xD800) : ' ' + random.nextInt(95)));
        }
        return text.toString();
    }

    private static ProxyRequest withBody(ProxyRequest request, Payload body) {
        return new ProxyRequest(request.method(), request.path(), request.headers(), body, request.sourceIp());
    }

    private static ProxyRequest withHeaders(ProxyRequest request, Map<String, List<String>> headers) {
        return new ProxyRequest(request.method(), request.path(), headers, request.body(), request.sourceIp());
    }
}
