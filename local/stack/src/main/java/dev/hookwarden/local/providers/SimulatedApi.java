package dev.hookwarden.local.providers;

import dev.hookwarden.local.providers.Endpoint.Kind;
import dev.hookwarden.provider.Provider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Answers calls as the provider's documentation says. */
final class SimulatedApi {
    private static final Pattern CASES_QUERY = Pattern.compile("|limit=[1-9][0-9]{0,2}");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Provider provider;
    private final ApiDescription description;
    private final AliveKeys keys;
    private final CallCounter calls;
    private final InstantSource clock;
    private final Map<String, ApiAnswer> things = new ConcurrentHashMap<>();
    private final Map<String, ApiAnswer> createdBefore = new ConcurrentHashMap<>();

    SimulatedApi(Provider provider, AliveKeys keys, CallCounter calls, InstantSource clock) {
        this.provider = provider;
        this.description = ApiDescription.of(provider);
        this.keys = keys;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * What a read of this path answers from now on.
     *
     * @throws IllegalArgumentException if no documented endpoint reads one thing there
     */
    void put(String path, ApiAnswer thing) {
        if (description.at("GET", path).filter(SimulatedApi::readsOneThing).isEmpty()) {
            throw new IllegalArgumentException("path is where the API reads one thing");
        }
        things.put(path, thing);
    }

    private static boolean readsOneThing(Endpoint endpoint) {
        return endpoint.kind() == Kind.READ || endpoint.kind() == Kind.PULL;
    }

    /** Answers a call, and counts it. */
    ApiAnswer answer(ApiRequest request, PlannedFaults fault) {
        Optional<IssuedKey> key = key(request);
        Optional<Endpoint> endpoint = description.at(request.method(), request.path());
        Optional<Duration> wait = key.flatMap(
                alive -> calls.came(alive, endpoint.map(Endpoint::endpointClass).orElse(""), clock.instant()));
        ApiAnswer usual = wait.map(this::rateLimited)
                .orElseGet(() -> key.map(alive -> answer(request, alive, endpoint))
                        .orElseGet(() -> ApiAnswer.failure(401, "UNAUTHORIZED", "No such key")));
        ApiAnswer answer = fault.in(usual);
        calls.answered(answer.status());
        return answer;
    }

    private Optional<IssuedKey> key(ApiRequest request) {
        String prefix = provider.api().authPrefix();
        return request.header(provider.api().authHeader())
                .filter(value -> value.startsWith(prefix))
                .flatMap(value -> keys.find(provider.id(), value.substring(prefix.length())));
    }

    private ApiAnswer rateLimited(Duration wait) {
        ApiAnswer answer = ApiAnswer.failure(429, "RATE_LIMITED", "The limit of this rolling minute is used up");
        return description.tellsRetryAfter()
                ? answer.withHeader(
                        "Retry-After", Long.toString(wait.plusMillis(999).toSeconds()))
                : answer;
    }

    private ApiAnswer answer(ApiRequest request, IssuedKey key, Optional<Endpoint> endpoint) {
        if (endpoint.isEmpty()) {
            return ApiAnswer.failure(404, "NOT_FOUND", "No such endpoint");
        }
        String permission = endpoint.get().permission();
        if (!key.permits(permission)) {
            return ApiAnswer.failure(403, "FORBIDDEN", "The key has no access to " + permission);
        }
        return switch (endpoint.get().kind()) {
            case LIST -> list(request);
            case READ -> thing(request, "NOT_FOUND");
            case PULL -> thing(request, "TOKEN_EXPIRED");
            case CREATE -> create(request, key);
            case CHANGE -> ApiAnswer.thing(200, request.path().replaceFirst(".*/", ""));
        };
    }

    private ApiAnswer list(ApiRequest request) {
        return provider.equals(Provider.ZENOO)
                        && !CASES_QUERY.matcher(request.query()).matches()
                ? ApiAnswer.failure(400, "VALIDATION_ERROR", "limit is a number above zero")
                : ApiAnswer.page();
    }

    private ApiAnswer thing(ApiRequest request, String absent) {
        return things.getOrDefault(request.path(), ApiAnswer.failure(404, absent, "There is no such thing"));
    }

    private ApiAnswer create(ApiRequest request, IssuedKey key) {
        Optional<String> idempotencyKey = request.header("Idempotency-Key");
        if (!description.honoursIdempotencyKeys() || idempotencyKey.isEmpty()) {
            return created();
        }
        if (!UUID_TEXT.matcher(idempotencyKey.get()).matches()) {
            return ApiAnswer.failure(400, "VALIDATION_ERROR", "Idempotency-Key is a UUID");
        }
        return createdBefore.computeIfAbsent(key.key() + " " + idempotencyKey.get(), any -> created());
    }

    private static ApiAnswer created() {
        return ApiAnswer.thing(201, UUID.randomUUID().toString());
    }
}
