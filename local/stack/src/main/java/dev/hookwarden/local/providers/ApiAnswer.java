package dev.hookwarden.local.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a simulated API answers, in the shapes that Zenoo documents (docs.zenoo.com): {@code error, message, request_id} for a failure,
 * {@code data} and {@code meta} for a success. JobsiteOn documents no shapes; it gets the same.
 *
 * @param body empty for none
 */
record ApiAnswer(int status, Map<String, String> headers, String body) {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String JSON = "application/json";

    ApiAnswer {
        headers = Map.copyOf(headers);
    }

    static ApiAnswer json(int status, JsonNode body) {
        return new ApiAnswer(status, Map.of("Content-Type", JSON), body.toString());
    }

    /** An empty page of a collection, the last one. */
    static ApiAnswer page() {
        ObjectNode body = MAPPER.createObjectNode();
        body.putArray("data");
        meta(body).putObject("page").putNull("cursor").put("has_more", false);
        return json(200, body);
    }

    /** A thing that has an id. */
    static ApiAnswer thing(int status, String id) {
        ObjectNode body = MAPPER.createObjectNode();
        body.putObject("data").put("id", id);
        meta(body);
        return json(status, body);
    }

    static ApiAnswer failure(int status, String error, String message) {
        return json(
                status,
                MAPPER.createObjectNode()
                        .put("error", error)
                        .put("message", message)
                        .put("request_id", UUID.randomUUID().toString()));
    }

    /** Whatever the provider answers with this status, for no reason but that it was planned. */
    static ApiAnswer planned(int status) {
        if (status >= 400) {
            return failure(status, word(status), message(status));
        }
        if (status >= 300) {
            return new ApiAnswer(status, Map.of("Location", "https://elsewhere.example/"), "");
        }
        return status == 204 ? new ApiAnswer(status, Map.of(), "") : page().withStatus(status);
    }

    ApiAnswer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiAnswer(status, more, body);
    }

    ApiAnswer withBody(String contentType, String other) {
        return new ApiAnswer(status, headers, other).withHeader("Content-Type", contentType);
    }

    private ApiAnswer withStatus(int other) {
        return new ApiAnswer(other, headers, body);
    }

    private static ObjectNode meta(ObjectNode body) {
        return body.putObject("meta").put("request_id", UUID.randomUUID().toString());
    }

    private static String message(int status) {
        return switch (status) {
            case 403 -> "The caller's address is not on the allow-list";
            case 503 -> "Try again in 30 seconds";
            default -> "Simulated";
        };
    }

    /** The words that Zenoo lists. */
    private static String word(int status) {
        return switch (status) {
            case 400 -> "VALIDATION_ERROR";
            case 401 -> "UNAUTHORIZED";
            case 403 -> "FORBIDDEN";
            case 404 -> "NOT_FOUND";
            case 429 -> "RATE_LIMITED";
            case 502 -> "PROVIDER_ERROR";
            case 503 -> "SERVICE_UNAVAILABLE";
            default -> status < 500 ? "VALIDATION_ERROR" : "INTERNAL_ERROR";
        };
    }
}
