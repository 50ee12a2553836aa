package dev.hookwarden.providerapi;

import dev.hookwarden.json.Json;
import dev.hookwarden.provider.ApiKey;
import dev.hookwarden.providerapi.HttpAnswer.Whole;
import java.util.Optional;

/** The id by which a provider finds a call again: from the body, or from the header {@code X-Request-Id}. */
final class RequestId {
    private static final int LONGEST = 128;

    private RequestId() {}

    /** The id as far as it may be logged: a bounded number of harmless characters, without the key that the call was made with. */
    static Optional<String> of(Whole answer, ApiKey key) {
        return answer.body()
                .text()
                .flatMap(text -> Json.textIn(text, "meta", "request_id"))
                .or(() -> answer.headers().firstValue("X-Request-Id"))
                .filter(id -> !id.contains(key.value()))
                .map(id -> id.replaceAll("[^A-Za-z0-9._:/+=-]", ""))
                .filter(id -> !id.isEmpty() && !id.contains(key.value()))
                .map(id -> id.substring(0, Math.min(id.length(), LONGEST)));
    }
}
