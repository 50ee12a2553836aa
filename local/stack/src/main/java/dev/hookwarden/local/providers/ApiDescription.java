package dev.hookwarden.local.providers;

import dev.hookwarden.local.providers.Endpoint.Kind;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.RateLimit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a provider documents of its API beyond {@link Provider}.
 *
 * @param tellsRetryAfter whether a 429 says when to come again
 * @param honoursIdempotencyKeys whether a POST under the same {@code Idempotency-Key} is answered the same and done once
 */
record ApiDescription(List<Endpoint> endpoints, boolean tellsRetryAfter, boolean honoursIdempotencyKeys) {
    private static final String ONE = "/[^/]+";

    /** docs.zenoo.com. That cases are created by a POST beside the list is made up: the documentation names the header, not the paths. */
    private static final ApiDescription ZENOO = new ApiDescription(
            List.of(
                    endpoint("GET", "/v1/cases", "sync", "cases", Kind.LIST),
                    endpoint("GET", "/v1/cases" + ONE, "sync", "cases", Kind.READ),
                    endpoint("POST", "/v1/cases", "init", "cases", Kind.CREATE),
                    endpoint("GET", "/api/gateway/sharable-payload" + ONE, "pull", "sharable-payload", Kind.PULL)),
            true,
            true);

    /** help.jobsiteon.com: which entities there are and what each may be asked, and nothing of the answers. */
    private static final ApiDescription JOBSITEON = new ApiDescription(
            Stream.concat(
                            Stream.of("contacts", "jobs", "invoices", "pricebook", "properties")
                                    .flatMap(entity -> Stream.concat(
                                            readAndMade(entity), Stream.of(entity("PATCH", entity, ONE, Kind.CHANGE)))),
                            readAndMade("payments"))
                    .toList(),
            false,
            false);

    static ApiDescription of(Provider provider) {
        return switch (provider.id()) {
            case "zenoo" -> ZENOO;
            case "jobsiteon" -> JOBSITEON;
            default -> new ApiDescription(List.of(provingRead(provider)), false, false);
        };
    }

    Optional<Endpoint> at(String method, String path) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.isAt(method, path))
                .findFirst();
    }

    private static Stream<Endpoint> readAndMade(String entity) {
        return Stream.of(
                entity("GET", entity, "", Kind.LIST),
                entity("GET", entity, ONE, Kind.READ),
                entity("POST", entity, "", Kind.CREATE));
    }

    private static Endpoint entity(String method, String entity, String rest, Kind kind) {
        return endpoint(method, "/v1/" + entity + rest, RateLimit.EVERY_CALL, entity, kind);
    }

    private static Endpoint provingRead(Provider provider) {
        String path = provider.api().baseUrl().getPath() + provider.api().provingRead();
        String withoutQuery = Pattern.quote(path.replaceFirst("\\?.*", ""));
        return endpoint("GET", withoutQuery, RateLimit.EVERY_CALL, "proving-read", Kind.LIST);
    }

    private static Endpoint endpoint(String method, String path, String endpointClass, String permission, Kind kind) {
        return new Endpoint(method, Pattern.compile(path), endpointClass, permission, kind);
    }
}
