package dev.hookwarden.providerapi.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.provider.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proof by trial of ADR 0016: the provider counts, and no span of a minute ever holds more than the limit. */
class ManyCopiesTest {
    private static final int COPIES = 20;
    private static final RateLimit HUNDRED = RateLimit.perMinute("sync", 100);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration BURST = Duration.ofSeconds(3);
    private static final Duration NO_TIME = Duration.ofMillis(1);

    private final InMemoryLeaseTable table = new InMemoryLeaseTable();

    private static Copies copies(long seed, RateLimit limit, InMemoryLeaseTable table, int faultPercent) {
        return new Copies(
                seed,
                limit,
                copies -> clock -> new DynamoDbRateLimiter(
                        new UnreliableLeaseTable(table, copies.time, copies.random, faultPercent),
                        clock,
                        copies.random,
                        line -> {}));
    }

    private static void judge(Copies copies, RateLimit limit, long seed) {
        copies.time.run();
        assertThat(copies.arrivals.mostWithin(limit.window()))
                .as("most calls in a window, seed %d, %s", seed, limit)
                .isLessThanOrEqualTo(limit.calls());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keepsTheLimitWhenAllComeAtOnce(long seed) {
        Copies copies = copies(seed, HUNDRED, table, 0);
        Instant start = copies.time.now();
        for (int burst = 0; burst < 10; burst++) {
            Instant at = start.plusSeconds(burst * 60L + copies.random.nextInt(20));
            for (int copy = 0; copy < COPIES; copy++) {
                copies.start(at, BURST, NO_TIME);
            }
        }
        judge(copies, HUNDRED, seed);
        assertThat(copies.arrivals.count()).isGreaterThan(400);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void keepsTheLimitAndNearlyUsesItUnderSteadyOverload(long seed) {
        Copies copies = copies(seed, HUNDRED, table, 0);
        List<Arrivals> each = new ArrayList<>();
        for (int copy = 0; copy < COPIES; copy++) {
            each.add(copies.start(copies.time.now(), HALF_AN_HOUR, Duration.ofMillis(50)));
        }
        judge(copies, HUNDRED, seed);
        assertThat(copies.arrivals.count() / HALF_AN_HOUR.toMinutes())
                .as("calls a minute, seed %d", seed)
                .isGreaterThanOrEqualTo(80);
        assertThat(each).as("none starves, seed %d", seed).allMatch(own -> own.count() >= 30);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 50, 100, 300})
    void keepsTheLimitWhateverHappens(int calls) {
        RateLimit limit = RateLimit.perMinute("sync", calls);
        for (long seed = 1; seed <= 10; seed++) {
            Copies copies = copies(seed, limit, new InMemoryLeaseTable(), 10);
            trouble(copies);
            judge(copies, limit, seed);
        }
    }

    /** Copies that come and go, busy and idle ones, and bursts after silence. */
    private static void trouble(Copies copies) {
        Instant start = copies.time.now();
        for (int copy = 0; copy < 3 * COPIES; copy++) {
            copies.start(
                    start.plusMillis(copies.random.nextLong(TEN_MINUTES.toMillis())),
                    Duration.ofMillis(
                            copies.random.nextLong(TEN_MINUTES.dividedBy(2).toMillis())),
                    NO_TIME.multipliedBy(1L << copies.random.nextInt(14)));
            copies.start(start.plus(TEN_MINUTES).plusMillis(copies.random.nextLong(300_000)), BURST, NO_TIME);
        }
    }

    @Test
    void anIdleSystemAsksNothing() {
        Copies copies = copies(1, HUNDRED, table, 0);
        copies.start(copies.time.now(), NO_TIME, NO_TIME);
        copies.time.start(copies.time.now().plus(TEN_MINUTES), () -> {});
        copies.time.run();

        assertThat(table.writes()).isEqualTo(1);
    }

    @Test
    void theJudgeCatchesAFixedWindow() {
        Map<Long, Integer> counts = new HashMap<>();
        Copies copies = new Copies(1, HUNDRED, any -> clock -> new FixedWindowLimiter(counts, clock));
        for (int copy = 0; copy < COPIES; copy++) {
            copies.start(copies.time.now(), TEN_MINUTES, NO_TIME);
        }
        copies.time.run();

        assertThat(copies.arrivals.mostWithin(HUNDRED.window())).isGreaterThan(HUNDRED.calls());
    }
}
