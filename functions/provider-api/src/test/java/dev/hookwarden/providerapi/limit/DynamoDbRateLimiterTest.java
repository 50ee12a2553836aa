package dev.hookwarden.providerapi.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.provider.RateLimit;
import dev.hookwarden.providerapi.RateLimiter;
import dev.hookwarden.providerapi.RateLimiter.Permission.Granted;
import dev.hookwarden.providerapi.RateLimiter.Permission.NotBefore;
import dev.hookwarden.providerapi.RateLimiter.Permission.Unknown;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DynamoDbRateLimiterTest {
    private static final ProviderKey KEY = Provider.ZENOO.apiKey();
    private static final RateLimit THREE = RateLimit.perMinute("sync", 3);

    private final List<LogLine> lines = new ArrayList<>();

    private RateLimiter copy(StandIn aws) {
        return new DynamoDbRateLimiter(aws.dynamoDb, StandIn.TABLE, InstantSource.system(), new Random(), lines::add);
    }

    private static List<Boolean> granted(RateLimiter copy, ProviderKey key, RateLimit limit, int asks) {
        return Stream.generate(() -> copy.ask(key, limit) instanceof Granted)
                .limit(asks)
                .toList();
    }

    @Test
    void copiesShareTheLimitOfOneKey() {
        try (StandIn aws = new StandIn(FaultPlan.none())) {
            assertThat(granted(copy(aws), KEY, THREE, 2)).containsExactly(true, true);
            assertThat(granted(copy(aws), KEY, THREE, 2)).containsExactly(true, false);
        }
    }

    @Test
    void limitsOfOtherClassesAndOtherKeysCountByThemselves() {
        try (StandIn aws = new StandIn(FaultPlan.none())) {
            RateLimiter copy = copy(aws);
            granted(copy, KEY, THREE, 3);

            assertThat(copy.ask(KEY, RateLimit.perMinute("pull", 3))).isInstanceOf(Granted.class);
            assertThat(copy.ask(Provider.JOBSITEON.apiKey(), THREE)).isInstanceOf(Granted.class);
            assertThat(copy.ask(KEY, THREE)).isInstanceOf(NotBefore.class);
        }
    }

    @Test
    void saysThatItDoesNotKnowAndWhyInTheLog() {
        try (StandIn aws = new StandIn((api, action, ordinal) -> new Fault.Throttle())) {
            assertThat(copy(aws).ask(KEY, THREE)).isEqualTo(new Unknown());
        }
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.event()).isEqualTo(LogEvent.RATE_LIMIT_UNAVAILABLE);
            assertThat(line.fields())
                    .containsEntry("limit", "zenoo/api-key#sync")
                    .containsEntry("reason", "ThrottlingException");
        });
    }

    @Test
    void threadsAndCopiesTogetherKeepTheLimitOnTheRealClock() throws InterruptedException, ExecutionException {
        RateLimit limit = RateLimit.perMinute("sync", 40);
        Arrivals arrivals = new Arrivals();
        try (StandIn aws = new StandIn(FaultPlan.none());
                var threads = Executors.newFixedThreadPool(8)) {
            List<RateLimiter> copies = Stream.generate(() -> copy(aws)).limit(4).toList();
            Callable<Integer> caller = () -> call(copies, limit, arrivals);
            for (Future<Integer> done :
                    threads.invokeAll(Stream.generate(() -> caller).limit(8).toList())) {
                done.get();
            }
            assertThat(aws.calls.of(AwsApi.DYNAMO_DB)).isLessThan(8 * 25);
        }
        assertThat(arrivals.count()).isPositive();
        assertThat(arrivals.mostWithin(limit.window())).isLessThanOrEqualTo(limit.calls());
    }

    private static int call(List<RateLimiter> copies, RateLimit limit, Arrivals arrivals) {
        for (int ask = 0; ask < 25; ask++) {
            if (copies.get(ask % copies.size()).ask(KEY, limit) instanceof Granted) {
                arrivals.add(InstantSource.system().instant());
            }
        }
        return arrivals.count();
    }
}
