package dev.hookwarden.providerapi;

import static dev.hookwarden.providerapi.CallWorld.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.ApiOutcome.Failed;
import dev.hookwarden.providerapi.ApiOutcome.NotFound;
import dev.hookwarden.providerapi.ApiOutcome.Refused;
import dev.hookwarden.providerapi.ApiOutcome.Success;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer comes to, over a real socket. With little time each: there are no second attempts. */
class AnswersTest {
    private static final Duration LITTLE_TIME = Duration.ofSeconds(4);

    private final CallWorld world = new CallWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void succeedsWithACheckedBody() {
        world.site.then(200, "{\"data\":[]}");

        assertThat(outcome()).isEqualTo(new Success<>(Discarded.BODY));
        assertThat(world.site.requests.getFirst().line()).isEqualTo("GET /v1/cases?limit=1");
        assertThat(world.site.requests.getFirst().header("X-API-KEY")).isEqualTo(CallWorld.KEY.value());
        assertThat(world.site.requests.getFirst().header("Accept")).isEqualTo("application/json");
    }

    @Test
    void putsThePrefixBeforeTheKey() {
        world.template = Provider.JOBSITEON;
        world.call(ApiCall.provingRead(world.provider()));

        assertThat(world.site.requests.getFirst().line()).isEqualTo("GET /contacts");
        assertThat(world.site.requests.getFirst().header("Authorization")).isEqualTo("Bearer " + CallWorld.KEY.value());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void isRefused(int status) {
        world.site.then(status, "{\"error\":\"UNAUTHORIZED\"}");

        assertThat(outcome()).isEqualTo(new Refused<>(status));
    }

    @Test
    void findsNothing() {
        world.site.then(404, "<html>", "Content-Type", "text/html");

        assertThat(outcome()).isEqualTo(new NotFound<>());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 304, 307, 400, 405, 410, 422, 500, 502, 503})
    void failsWithAnyOtherStatus(int status) {
        world.site.then(status, "", "Location", "/elsewhere");

        assertThat(outcome()).isEqualTo(new Failed<>("status_" + status));
        assertThat(world.site.requests).hasSize(1);
    }

    @Test
    void leavesAnEmptyAnswerToTheReader() {
        BodyReader<String> ready = (status, body) -> Optional.of(status + " " + body.length);
        world.site.then(204, "");

        assertThat(world.call(new ApiCall<>("pull", "GET", "/pull", "pull", ready)))
                .isEqualTo(new Success<>("204 0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"data\":", "{} {}", "\"ok\"", "null", "\u0000", "[" + "\ufffe" + "]"})
    void failsWithGarbage(String body) {
        world.site.then(200, body);

        assertThat(outcome()).isEqualTo(new Failed<>("malformed_body"));
    }

    @Test
    void failsWithAnEmptyBodyWhereADocumentBelongs() {
        world.site.then(200, "");

        assertThat(outcome()).isEqualTo(new Failed<>("malformed_body"));
    }

    @Test
    void failsWhenTheReaderStumbles() {
        BodyReader<String> stumbling = (status, body) -> {
            throw new IllegalStateException("not what I expected");
        };

        assertThat(world.call(new ApiCall<>("stumble", "GET", "/x", "sync", stumbling)))
                .isEqualTo(new Failed<>("malformed_body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "application/jsonp", "", "text/json"})
    void failsWithAnotherContentType(String type) {
        world.site.then(200, "{}", "Content-Type", type);

        assertThat(outcome()).isEqualTo(new Failed<>("wrong_content_type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json;charset=utf-8", "Application/JSON", "application/vnd.zenoo.v1+json ; q=1"})
    void takesJsonByEveryName(String type) {
        world.site.then(200, "{}", "Content-Type", type);

        assertThat(outcome()).isEqualTo(new Success<>(Discarded.BODY));
    }

    @Test
    void failsWhenTheBodyEndsEarly() {
        world.site.then(exchange -> TlsSite.begin(exchange, 1000, "{\"data\":["));

        assertThat(outcome()).isEqualTo(new Failed<>("truncated_body"));
        assertThat(world.logged("status")).containsExactly(200L);
    }

    @Test
    void failsWhenTheBodyIsTooLong() {
        world.limits = new HttpLimits(Duration.ofSeconds(3), Duration.ofSeconds(10), 1000);
        world.site.then(200, "[" + "1,".repeat(1000) + "1]");

        assertThat(outcome()).isEqualTo(new Failed<>("body_too_large"));
    }

    @Test
    void failsWhenTheHeadDoesNotCome() {
        world.limits = hasty();
        world.site.then(exchange -> world.site.stall());

        assertThat(outcome()).isEqualTo(new Failed<>("timeout"));
        assertThat(world.logged("status")).containsExactly(0L);
    }

    @Test
    void failsWhenTheBodyDoesNotCome() {
        world.limits = hasty();
        world.site.then(exchange -> {
            TlsSite.begin(exchange, 1000, "{\"data\":[");
            world.site.stall();
        });

        assertThat(outcome()).isEqualTo(new Failed<>("timeout"));
        assertThat(world.logged("status")).containsExactly(200L);
    }

    @Test
    void failsWhenNobodyListens() {
        world.site.close();

        assertThat(outcome()).isEqualTo(new Failed<>("connection_failed"));
    }

    /** The JDK's client would send a GET again by itself. */
    @Test
    void asksOnceWhenTheConnectionEndsBeforeTheAnswer() {
        world.site.then(exchange -> {
            throw new IOException("The site hangs up");
        });

        assertThat(outcome()).isEqualTo(new Failed<>("connection_failed"));
        assertThat(world.site.requests).hasSize(1);
    }

    private ApiOutcome<Discarded> outcome() {
        return world.call(READ, LITTLE_TIME);
    }

    private static HttpLimits hasty() {
        return new HttpLimits(Duration.ofSeconds(2), Duration.ofSeconds(2), 1000);
    }
}
