package dev.hookwarden.providerapi;

import java.time.Instant;

/**
 * What came of a call.
 *
 * @param <T> what a checked body is read into
 */
public sealed interface ApiOutcome<T> {
    /** It succeeded, and its body is what the operation expects. */
    record Success<T>(T value) implements ApiOutcome<T> {
        /** Without the value, which may hold personal data. */
        @Override
        public String toString() {
            return "Success[]";
        }
    }

    /** There is no such thing, or it has expired (404). */
    record NotFound<T>() implements ApiOutcome<T> {}

    /**
     * The provider doesn't take the key (401), or the key may not do this, or the caller's address is not on its list (403).
     *
     * @param status 401 or 403
     */
    record Refused<T>(int status) implements ApiOutcome<T> {}

    /**
     * The limit is used up: the provider said so (429), or our own count did before asking it.
     *
     * @param retryAt when a call may be made again
     */
    record RateLimited<T>(Instant retryAt) implements ApiOutcome<T> {}

    /**
     * It failed: an answer of another kind, none in time, or a body that is not what the operation expects.
     *
     * @param reason a word for the log: {@code status_503} and the like, a {@link Trouble}, {@code malformed_body},
     *     {@code wrong_content_type}, or why no attempt was made: {@code no_api_key}, {@code limit_unknown}, {@code out_of_time}
     */
    record Failed<T>(String reason) implements ApiOutcome<T> {}
}
