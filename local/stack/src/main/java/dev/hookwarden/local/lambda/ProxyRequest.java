package dev.hookwarden.local.lambda;

import dev.hookwarden.delivery.Payload;
import java.util.List;
import java.util.Map;

/**
 * A request as it reaches the gateway.
 *
 * @param path with the leading slash, without a query
 * @param headers every value of each header, by the name that was sent
 * @param sourceIp the peer's address
 */
public record ProxyRequest(
        String method, String path, Map<String, List<String>> headers, Payload body, String sourceIp) {
    /** Without the headers' values and the body. */
    @Override
    public String toString() {
        return "ProxyRequest[" + method + " " + path + "]";
    }
}
