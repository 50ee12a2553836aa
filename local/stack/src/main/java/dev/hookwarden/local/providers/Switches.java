package dev.hookwarden.local.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.local.tls.ServerCertificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be done to a simulated provider and not to a real one. */
final class Switches {
    private Switches() {}

    /**
     * Does what was asked; empty when it is no switch but a call.
     *
     * @throws IllegalArgumentException if it can't be done, saying why
     */
    static Optional<ApiAnswer> answer(SimulatedProvider provider, String methodAndPath, JsonNode body) {
        return switch (methodAndPath) {
            case "POST /keys" -> Optional.of(issue(provider, body.path("permissions")));
            case "DELETE /keys" -> Optional.of(revoke(provider, body.path("key").asText()));
            case "PUT /faults" -> Optional.of(plan(provider, body));
            case "GET /calls" -> Optional.of(ApiAnswer.json(200, provider.calls()));
            case "PUT /things" -> Optional.of(put(provider, body));
            default -> Optional.empty();
        };
    }

    private static ApiAnswer issue(SimulatedProvider provider, JsonNode permissions) {
        Set<String> wanted = new HashSet<>();
        permissions.forEach(permission -> wanted.add(permission.asText()));
        String key = provider.issueKey(permissions.isArray() ? wanted : IssuedKey.EVERYTHING);
        return ApiAnswer.json(200, ApiAnswer.MAPPER.createObjectNode().put("key", key));
    }

    private static ApiAnswer revoke(SimulatedProvider provider, String key) {
        return provider.revoke(key)
                ? ApiAnswer.json(200, ApiAnswer.MAPPER.createObjectNode().put("revoked", true))
                : error(404, "No such key is alive");
    }

    private static ApiAnswer plan(SimulatedProvider provider, JsonNode faults) {
        provider.plan(PlannedFaults.from(faults));
        return ApiAnswer.json(200, faults);
    }

    private static ApiAnswer put(SimulatedProvider provider, JsonNode thing) {
        int status = thing.path("status").asInt(200);
        provider.api()
                .put(
                        thing.path("path").asText(),
                        thing.has("body") ? ApiAnswer.json(status, thing.path("body")) : ApiAnswer.planned(status));
        return ApiAnswer.json(200, thing);
    }

    /** @throws IllegalArgumentException naming those that there are */
    static ServerCertificate certificate(JsonNode body) {
        return Arrays.stream(ServerCertificate.values())
                .filter(kind -> kind.wireName().equals(body.path("certificate").asText()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("certificate is one of "
                        + Arrays.stream(ServerCertificate.values())
                                .map(ServerCertificate::wireName)
                                .collect(Collectors.joining(", "))));
    }

    static ApiAnswer error(int status, String message) {
        return ApiAnswer.json(status, ApiAnswer.MAPPER.createObjectNode().put("error", message));
    }
}
