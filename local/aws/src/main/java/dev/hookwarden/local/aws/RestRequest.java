package dev.hookwarden.local.aws;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One request of a REST protocol. The array must not be changed.
 *
 * @param headers by lower-case name
 */
@SuppressWarnings("ArrayRecordComponent")
public record RestRequest(String method, URI uri, Map<String, List<String>> headers, byte[] body) {
    public RestRequest {
        Map<String, List<String>> lowerCase = new TreeMap<>();
        headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = Map.copyOf(lowerCase);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    public Set<String> headerNames() {
        return headers.keySet();
    }

    /** Leaves headers and body out: they hold signatures and personal data. */
    @Override
    public String toString() {
        return "RestRequest[" + method + ", " + body.length + " bytes]";
    }
}
