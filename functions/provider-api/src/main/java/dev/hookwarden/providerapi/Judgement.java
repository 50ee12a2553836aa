package dev.hookwarden.providerapi;

import dev.hookwarden.json.Json;
import dev.hookwarden.providerapi.ApiOutcome.Failed;
import dev.hookwarden.providerapi.ApiOutcome.NotFound;
import dev.hookwarden.providerapi.ApiOutcome.RateLimited;
import dev.hookwarden.providerapi.ApiOutcome.Refused;
import dev.hookwarden.providerapi.ApiOutcome.Success;
import dev.hookwarden.providerapi.HttpAnswer.Broken;
import dev.hookwarden.providerapi.HttpAnswer.Whole;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What an answer means to its call: its status and its body, checked before anybody uses it. */
final class Judgement {
    private Judgement() {}

    /**
     * The answer's meaning.
     *
     * @param retryAt when a call may be made again, should the answer be that the limit is used up
     */
    static <T> ApiOutcome<T> of(HttpAnswer answer, ApiCall<T> call, Supplier<Instant> retryAt) {
        return switch (answer) {
            case Broken(int _, Trouble trouble) -> new Failed<>(trouble.reason());
            case Whole whole ->
                switch (whole.status()) {
                    case 401, 403 -> new Refused<>(whole.status());
                    case 404 -> new NotFound<>();
                    case 429 -> new RateLimited<>(retryAt.get());
                    default ->
                        whole.status() / 100 == 2
                                ? read(whole, call.reader())
                                : new Failed<>("status_" + whole.status());
                };
        };
    }

    private static <T> ApiOutcome<T> read(Whole answer, BodyReader<T> reader) {
        boolean empty = answer.body().size() == 0;
        if (!empty && !isJson(answer)) {
            return new Failed<>("wrong_content_type");
        }
        boolean wellFormed =
                empty || answer.body().text().filter(Json::isOneValue).isPresent();
        return (wellFormed ? value(answer, reader) : Optional.<T>empty())
                .<ApiOutcome<T>>map(Success::new)
                .orElseGet(() -> new Failed<>("malformed_body"));
    }

    private static boolean isJson(Whole answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.matches("application/([a-z0-9.+-]+\\+)?json\\s*(;.*)?");
    }

    /** A reader that stumbles over a body says that it is not what it expects. */
    private static <T> Optional<T> value(Whole answer, BodyReader<T> reader) {
        try {
            return reader.read(answer.status(), answer.body().bytes());
        } catch (RuntimeException unexpected) {
            return Optional.empty();
        }
    }
}
