package dev.hookwarden.providerapi;

import static dev.hookwarden.providerapi.CallWorld.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.ApiOutcome.Failed;
import dev.hookwarden.providerapi.ApiOutcome.RateLimited;
import dev.hookwarden.providerapi.ApiOutcome.Success;
import dev.hookwarden.providerapi.TlsSite.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real answers, virtual waits. */
class RepeatedCallsTest {
    private static final ApiCall<Discarded> WRITE =
            new ApiCall<>("open-case", "POST", "/v1/cases", "init", Discarded.DOCUMENT).sending("{\"name\":\"x\"}");

    private final CallWorld world = new CallWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void makesTheAttemptsThatZenooStates() {
        List<Duration> begun = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            world.site.then(exchange -> {
                begun.add(Duration.between(world.begun, world.clock.instant()));
                TlsSite.answer(exchange, 500, "{}");
            });
        }

        assertThat(world.call(READ)).isEqualTo(new Failed<>("status_500"));
        assertThat(begun).extracting(Duration::toSeconds).containsExactly(0L, 5L, 25L, 60L);
        assertThat(world.logged("attempt")).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void waitsHalfAMinuteAfterZenooWasUnavailable() {
        world.site.thenTimes(2, 503, "{}");

        assertThat(world.call(READ)).isEqualTo(new Success<>(Discarded.BODY));
        assertThat(world.waits).extracting(Duration::toSeconds).containsExactly(30L, 30L);
    }

    @Test
    void repeatsAfterATimeout() {
        world.limits = new HttpLimits(Duration.ofSeconds(2), Duration.ofSeconds(2), 1000);
        world.site.then(exchange -> world.site.stall());

        assertThat(world.call(READ)).isEqualTo(new Success<>(Discarded.BODY));
        assertThat(world.waits).extracting(Duration::toSeconds).containsExactly(5L);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 302})
    void repeatsNothingThatWouldComeOutTheSame(int status) {
        world.site.then(status, "{}");
        world.call(READ);

        assertThat(world.site.requests).hasSize(1);
    }

    @Test
    void repeatsNoAnswerThatIsGarbage() {
        world.site.then(200, "<html>", "Content-Type", "text/html");
        world.call(READ);

        assertThat(world.site.requests).hasSize(1);
    }

    /** Zenoo states 5xx and timeouts, and nothing else. */
    @Test
    void leavesABrokenConnectionToThePlan() {
        world.site.then(exchange -> {
            throw new IOException("The site hangs up");
        });
        assertThat(world.call(READ)).isEqualTo(new Failed<>("connection_failed"));

        world.template = Provider.JOBSITEON;
        world.site.then(exchange -> {
            throw new IOException("The site hangs up");
        });
        assertThat(world.call(READ)).isEqualTo(new Success<>(Discarded.BODY));
    }

    @Test
    void backsOffWithJitterWhereNoTimesAreStated() {
        world.template = Provider.JOBSITEON;
        world.site.thenTimes(4, 500, "{}");

        assertThat(world.call(READ)).isEqualTo(new Failed<>("status_500"));
        assertThat(world.waits).extracting(Duration::toMillis).containsExactly(500L, 1000L, 2000L);
    }

    @Test
    void waitsAfterA429AsLongAsItSays() {
        world.site.then(429, "{}", "Retry-After", "7");

        assertThat(world.call(READ)).isEqualTo(new Success<>(Discarded.BODY));
        assertThat(world.waits).containsExactly(Duration.ofSeconds(7));
        assertThat(world.logged("outcome")).containsExactly("rate_limited", "success");
    }

    @Test
    void waitsAfterA429UntilTheDateItGives() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                world.begun.plusSeconds(42).atZone(ZoneOffset.UTC));
        world.site.then(429, "{}", "Retry-After", date);
        world.call(READ);

        assertThat(world.waits).containsExactly(Duration.ofSeconds(42));
    }

    @Test
    void backsOffAfterA429ThatSaysNothing() {
        world.site.thenTimes(4, 429, "{}");

        assertThat(world.call(READ)).isInstanceOf(RateLimited.class);
        assertThat(world.waits).extracting(Duration::toMillis).containsExactly(1500L, 2000L, 3000L);
    }

    @Test
    void honoursAFaultThatSaysHowLongItLasts() {
        world.site.then(500, "{}", "Retry-After", "17");
        world.call(READ);

        assertThat(world.waits).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void saysWhenToCallAgainWhenThereIsNoTimeToWait() {
        world.site.then(429, "{}", "Retry-After", "60");

        assertThat(world.call(READ, Duration.ofSeconds(30))).isEqualTo(new RateLimited<>(world.begun.plusSeconds(60)));
        assertThat(world.waits).isEmpty();
        assertThat(world.site.requests).hasSize(1);
    }

    @Test
    void beginsNoAttemptThatCannotEndInTime() {
        world.site.thenTimes(4, 500, "{}");
        Instant giveUpAt = world.begun.plusSeconds(25);

        assertThat(world.calls().call(world.provider(), READ, giveUpAt)).isEqualTo(new Failed<>("status_500"));
        assertThat(world.site.requests).hasSize(2);
        assertThat(world.clock.instant()).isBefore(giveUpAt);
    }

    @Test
    void makesNoAttemptWithoutTime() {
        assertThat(world.call(READ, Duration.ZERO)).isEqualTo(new Failed<>("out_of_time"));
        assertThat(world.site.requests).isEmpty();
        assertThat(world.logged("attempt")).containsExactly(0L);
        assertThat(world.logged("status")).containsExactly("-");
        assertThat(world.logged("durationMs")).containsExactly("-");
        assertThat(world.logged("reason")).containsExactly("out_of_time");
    }

    @Test
    void neverRepeatsAChangeThatTheProviderCouldMakeTwice() {
        world.site.then(500, "{}");

        assertThat(world.call(WRITE)).isEqualTo(new Failed<>("status_500"));
        assertThat(world.site.requests).singleElement().satisfies(request -> {
            assertThat(request.line()).isEqualTo("POST /v1/cases");
            assertThat(request.body()).isEqualTo("{\"name\":\"x\"}");
            assertThat(request.header("Content-Type")).isEqualTo("application/json");
        });
    }

    @Test
    void repeatsAChangeUnderOneIdempotencyKey() {
        world.site.thenTimes(2, 500, "{}");

        assertThat(world.call(WRITE.onceUnder("7e1c0a52"))).isEqualTo(new Success<>(Discarded.BODY));
        assertThat(world.site.requests).hasSize(3).allSatisfy(this::isUnderTheKey);
    }

    private void isUnderTheKey(Request request) {
        assertThat(request.header("Idempotency-Key")).isEqualTo("7e1c0a52");
        assertThat(request.body()).isEqualTo("{\"name\":\"x\"}");
    }
}
