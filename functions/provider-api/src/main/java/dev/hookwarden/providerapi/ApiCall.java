package dev.hookwarden.providerapi;

import dev.hookwarden.provider.Provider;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * One call of an operation. Throws {@link IllegalArgumentException}, without what it was given, for a call that can't be made.
 *
 * @param operation its name for the log and the metrics, as {@code list-cases}
 * @param method the HTTP method
 * @param pathAndQuery below the API's base address; may hold what must not be logged
 * @param endpointClass whose limit it counts against
 * @param reader what its body must be
 * @param json the body to send, if any
 * @param idempotencyKey the same on each attempt, by which the provider knows a repeated call; without it only a GET is repeated
 * @param keepFor how long an answer may be used again at most; zero for not at all
 * @param whenLimitUnknown what to do while nobody can tell how much of the limit is used up
 * @param <T> what a checked body is read into
 */
public record ApiCall<T>(
        String operation,
        String method,
        String pathAndQuery,
        String endpointClass,
        BodyReader<T> reader,
        Optional<String> json,
        Optional<String> idempotencyKey,
        Duration keepFor,
        WhenLimitUnknown whenLimitUnknown) {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "PUT", "DELETE");

    public ApiCall {
        require(
                operation.matches("[a-z][a-z0-9-]{0,63}"),
                "An operation's name is lower-case letters, digits and hyphens");
        require(METHODS.contains(method), "The method is one of " + METHODS);
        require(isPath(pathAndQuery), "A path begins with a slash and is encoded, without dot segments and fragment");
        require(!isRead(method) || json.isEmpty(), "A GET has no body");
        require(isRead(method) || keepFor.isZero(), "Only a GET's answer can be kept");
        require(
                idempotencyKey.filter(key -> !key.matches("[!-~]{1,255}")).isEmpty(),
                "An idempotency key is 1 to 255 printable characters");
        require(!keepFor.isNegative(), "An answer can't be kept for less than no time");
    }

    /** A call that sends nothing beside its address, is not kept, and is made while nobody knows the limit's state. */
    public ApiCall(String operation, String method, String pathAndQuery, String endpointClass, BodyReader<T> reader) {
        this(
                operation,
                method,
                pathAndQuery,
                endpointClass,
                reader,
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                WhenLimitUnknown.CALL);
    }

    /** The provider's cheapest read that succeeds only with a live key; its body is looked at and thrown away. */
    public static ApiCall<Discarded> provingRead(Provider provider) {
        return new ApiCall<>(
                "proving-read",
                "GET",
                provider.api().provingRead(),
                provider.api().provingReadClass(),
                Discarded.DOCUMENT);
    }

    /** The same call with this JSON as its body. */
    public ApiCall<T> sending(String newJson) {
        return with(Optional.of(newJson), idempotencyKey, keepFor, whenLimitUnknown);
    }

    /** The same call, which may be repeated although it changes something: the provider takes it once. */
    public ApiCall<T> onceUnder(String newIdempotencyKey) {
        return with(json, Optional.of(newIdempotencyKey), keepFor, whenLimitUnknown);
    }

    /** The same call, whose answer may be used again for as long as the provider allows, and for at most this long. */
    public ApiCall<T> keptFor(Duration longest) {
        return with(json, idempotencyKey, longest, whenLimitUnknown);
    }

    /** The same call with another choice for the time that the limit's state is unknown. */
    public ApiCall<T> whenLimitUnknown(WhenLimitUnknown choice) {
        return with(json, idempotencyKey, keepFor, choice);
    }

    private ApiCall<T> with(
            Optional<String> newJson, Optional<String> newIdempotencyKey, Duration longest, WhenLimitUnknown choice) {
        return new ApiCall<>(
                operation, method, pathAndQuery, endpointClass, reader, newJson, newIdempotencyKey, longest, choice);
    }

    /** Whether making it twice does no more than making it once. */
    boolean isRepeatable() {
        return isRead(method) || idempotencyKey.isPresent();
    }

    /** Without the path, which may hold a pull token. */
    @Override
    public String toString() {
        return "ApiCall[" + operation + "]";
    }

    private static boolean isRead(String method) {
        return method.equals("GET");
    }

    private static boolean isPath(String text) {
        try {
            URI uri = new URI("https://host" + text);
            return text.startsWith("/")
                    && uri.getRawFragment() == null
                    && !uri.getRawPath().matches(".*/\\.{1,2}(/.*)?");
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
