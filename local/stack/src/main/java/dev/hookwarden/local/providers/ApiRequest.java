package dev.hookwarden.local.providers;

import dev.hookwarden.http.Headers;
import java.util.List;
import java.util.Optional;

/**
 * A call as it came over the wire, without its body: no answer depends on one.
 *
 * @param path below the provider's address, with the path that its base address has
 * @param query as sent; empty when there is none
 */
record ApiRequest(String method, String path, String query, Headers headers) {
    /** The header's value, if it was sent exactly once. */
    Optional<String> header(String name) {
        List<String> values = headers.all(name);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** Without path and query, which may hold a pull token. */
    @Override
    public String toString() {
        return "ApiRequest[" + method + "]";
    }
}
