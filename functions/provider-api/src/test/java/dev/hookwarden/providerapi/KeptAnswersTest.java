package dev.hookwarden.providerapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.provider.ApiKeys;
import dev.hookwarden.provider.Provider;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptAnswersTest {
    private static final ApiCall<Integer> READ = new ApiCall<>(
                    "list-cases", "GET", "/v1/cases?limit=1", "sync", (status, body) -> Optional.of(body.length))
            .keptFor(Duration.ofMinutes(5));

    private final CallWorld world = new CallWorld();
    private final HttpProviderCalls calls = world.calls();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void usesAnAnswerAgainForAsLongAsTheOperationAllows() {
        read(READ);
        world.clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(requestsAfter(READ)).isEqualTo(1);

        world.clock.advance(Duration.ofMillis(1));
        assertThat(requestsAfter(READ)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "max-age=60, 60",
        "'private, MAX-AGE=60, must-revalidate', 60",
        "max-age=86400, 300",
    })
    void keepsNoAnswerLongerThanItsProviderSays(String cacheControl, long seconds) {
        world.site.then(200, "{}", "Cache-Control", cacheControl);
        read(READ);
        world.clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
        assertThat(requestsAfter(READ)).isEqualTo(1);

        world.clock.advance(Duration.ofMillis(1));
        assertThat(requestsAfter(READ)).isEqualTo(2);
    }

    @Test
    void countsTheAgeThatAnAnswerHasAlready() {
        world.site.then(200, "{}", "Cache-Control", "max-age=60", "Age", "50");
        read(READ);
        world.clock.advance(Duration.ofSeconds(10));

        assertThat(requestsAfter(READ)).isEqualTo(2);
    }

    @Test
    void countsTheTimeThatTheAnswerTook() {
        world.site.then(exchange -> {
            world.clock.advance(Duration.ofSeconds(4));
            TlsSite.answer(exchange, 200, "{}", "Cache-Control", "max-age=10");
        });
        read(READ);
        world.clock.advance(Duration.ofSeconds(6));

        assertThat(requestsAfter(READ)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "no-cache", "max-age=0", "max-age=soon", "max-age=60, no-store"})
    void keepsNoAnswerThatMustNotBeKept(String cacheControl) {
        world.site.then(200, "{}", "Cache-Control", cacheControl);
        read(READ);

        assertThat(requestsAfter(READ)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 401, 403, 404, 400, 302})
    void keepsNothingButASuccess(int status) {
        world.site.then(status, "", "Cache-Control", "max-age=60");
        read(READ);

        assertThat(requestsAfter(READ)).isEqualTo(2);
    }

    @Test
    void keepsNoGarbage() {
        world.site.then(200, "<html>");
        read(READ);

        assertThat(requestsAfter(READ)).isEqualTo(2);
    }

    @Test
    void keepsNothingUnasked() {
        read(READ.keptFor(Duration.ZERO));

        assertThat(requestsAfter(READ.keptFor(Duration.ZERO))).isEqualTo(2);
    }

    @Test
    void sharesNoAnswerBetweenTwoKeys() {
        read(READ);
        calls.with(ApiKeys.only(CallWorld.NEXT_KEY)).call(world.provider(), READ, world.begun.plusSeconds(60));

        assertThat(world.site.requests).hasSize(2);
    }

    @Test
    void sharesNoAnswerBetweenTwoQueries() {
        read(READ);

        assertThat(requestsAfter(new ApiCall<>("list-cases", "GET", "/v1/cases?limit=2", "sync", READ.reader())
                        .keptFor(Duration.ofMinutes(5))))
                .isEqualTo(2);
    }

    @Test
    void asksTheLimitForNoAnswerThatIsKept() {
        read(READ);
        read(READ);

        assertThat(world.asked).hasSize(1);
        assertThat(world.lines).hasSize(1);
    }

    @Test
    void dropsEveryAnswerAfterARestore() {
        read(READ);
        calls.forget();

        assertThat(requestsAfter(READ)).isEqualTo(2);
    }

    @Test
    void holdsNoMoreThanItsLimit() {
        world.limits = new HttpLimits(Duration.ofSeconds(3), Duration.ofSeconds(10), 16 * 1024 * 1024);
        HttpProviderCalls roomy = world.calls();
        world.site.then(200, "[\"" + "x".repeat((int) KeptAnswers.MAX_BYTES) + "\"]");
        roomy.call(world.provider(), READ, world.begun.plusSeconds(60));
        roomy.call(world.provider(), READ, world.begun.plusSeconds(60));

        assertThat(world.site.requests).hasSize(2);
    }

    @Test
    void namesNeitherKeyNorPath() {
        assertThat(KeptAnswers.name(Provider.ZENOO.api(), READ, CallWorld.KEY))
                .hasSize(44)
                .doesNotContain(CallWorld.KEY.value(), "cases")
                .isNotEqualTo(KeptAnswers.name(Provider.ZENOO.api(), READ, CallWorld.NEXT_KEY))
                .isNotEqualTo(KeptAnswers.name(Provider.JOBSITEON.api(), READ, CallWorld.KEY));
    }

    private void read(ApiCall<Integer> call) {
        calls.call(world.provider(), call, world.clock.instant().plusSeconds(4));
    }

    private int requestsAfter(ApiCall<Integer> call) {
        read(call);
        return world.site.requests.size();
    }
}
