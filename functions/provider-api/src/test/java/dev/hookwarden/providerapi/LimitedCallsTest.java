package dev.hookwarden.providerapi;

import static dev.hookwarden.providerapi.CallWorld.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderApi;
import dev.hookwarden.provider.RateLimit;
import dev.hookwarden.providerapi.ApiOutcome.Failed;
import dev.hookwarden.providerapi.ApiOutcome.RateLimited;
import dev.hookwarden.providerapi.ApiOutcome.Success;
import dev.hookwarden.providerapi.RateLimiter.Permission.Granted;
import dev.hookwarden.providerapi.RateLimiter.Permission.NotBefore;
import dev.hookwarden.providerapi.RateLimiter.Permission.Unknown;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitedCallsTest {
    private final CallWorld world = new CallWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void asksBeforeEachAttempt() {
        world.site.thenTimes(2, 500, "{}");
        world.call(READ);

        assertThat(world.asked).containsExactly("zenoo/api-key sync", "zenoo/api-key sync", "zenoo/api-key sync");
    }

    @Test
    void asksForTheLimitOverEveryCallToo() {
        ProviderApi api = Provider.ZENOO.api();
        world.template = Provider.ZENOO.withApi(new ProviderApi(
                api.baseUrl(),
                api.authHeader(),
                api.authPrefix(),
                api.provingRead(),
                api.provingReadClass(),
                List.of(
                        RateLimit.perMinute("sync", 100),
                        RateLimit.perMinute("pull", 300),
                        RateLimit.perMinute(RateLimit.EVERY_CALL, 50)),
                api.retryPlan(),
                api.pins()));
        world.call(READ);

        assertThat(world.asked).containsExactly("zenoo/api-key sync", "zenoo/api-key all");
    }

    @Test
    void asksForOneLimitOnce() {
        world.template = Provider.JOBSITEON;
        world.call(ApiCall.provingRead(world.provider()));

        assertThat(world.asked).containsExactly("jobsiteon/api-key all");
    }

    @Test
    void waitsUntilThereIsRoomAndAsksAgain() {
        world.permissions.add(new NotBefore(world.begun.plusSeconds(9)));
        world.permissions.add(new Granted());

        assertThat(world.call(READ)).isEqualTo(new Success<>(Discarded.BODY));
        assertThat(world.waits).containsExactly(Duration.ofSeconds(9));
        assertThat(world.asked).hasSize(2);
        assertThat(world.logged("attempt")).containsExactly(1L);
    }

    @Test
    void doesNotAskAgainAtOnceForAMomentThatIsPast() {
        world.permissions.add(new NotBefore(world.begun.minusSeconds(1)));
        world.call(READ);

        assertThat(world.waits).containsExactly(Duration.ofMillis(50));
    }

    @Test
    void saysWhenThereIsRoomWhenThatIsTooLate() {
        world.permissions.add(new NotBefore(world.begun.plusSeconds(9)));

        assertThat(world.call(READ, Duration.ofSeconds(9))).isEqualTo(new RateLimited<>(world.begun.plusSeconds(9)));
        assertThat(world.waits).isEmpty();
        assertThat(world.site.requests).isEmpty();
        assertThat(world.logged("attempt")).containsExactly(0L);
        assertThat(world.logged("status")).containsExactly("-");
        assertThat(world.logged("durationMs")).containsExactly("-");
        assertThat(world.logged("reason")).containsExactly("own_limit");
    }

    @Test
    void callsAllTheSameWhenNobodyKnowsTheCount() {
        world.permissions.add(new Unknown());

        assertThat(world.call(READ)).isEqualTo(new Success<>(Discarded.BODY));
    }

    @Test
    void mayRatherFailWhenNobodyKnowsTheCount() {
        world.permissions.add(new Unknown());

        assertThat(world.call(READ.whenLimitUnknown(WhenLimitUnknown.FAIL))).isEqualTo(new Failed<>("limit_unknown"));
        assertThat(world.site.requests).isEmpty();
    }
}
