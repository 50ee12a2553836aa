package dev.hookwarden.simulation;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.lambda.ProxyRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The request by which rotation proves a signing key. */
final class CanaryRequest {
    private CanaryRequest() {}

    static ProxyRequest of(String provider, Map<String, String> headers, Payload payload) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new ProxyRequest("POST", "/webhooks/" + provider, all, payload, "198.51.100.9");
    }
}
