package dev.hookwarden.providerapi.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.provider.RateLimit;
import dev.hookwarden.providerapi.RateLimiter.Permission;
import dev.hookwarden.providerapi.RateLimiter.Permission.Granted;
import dev.hookwarden.providerapi.RateLimiter.Permission.NotBefore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One copy, on a clock that is moved by hand; the table is in memory. */
class LeasedLimitTest {
    private static final RateLimit HUNDRED = RateLimit.perMinute("sync", 100);

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private final InMemoryLeaseTable table = new InMemoryLeaseTable();
    private Instant now = Instant.parse("2026-11-22T10:15:31Z");

    private LeasedLimit copy(RateLimit limit, LeaseTable over) {
        return new LeasedLimit("zenoo/api-key#sync", limit, over, () -> now, new Random(1));
    }

    private static int granted(LeasedLimit copy, int asks) {
        int granted = 0;
        for (int ask = 0; ask < asks; ask++) {
            granted += copy.ask() instanceof Granted ? 1 : 0;
        }
        return granted;
    }

    /** What it grants to somebody who waits as it says, for at most so long. */
    private int granted(LeasedLimit copy, Duration patience) {
        Instant end = now.plus(patience);
        int granted = 0;
        for (Permission next = copy.ask(); now.isBefore(end); next = copy.ask()) {
            granted += next instanceof Granted ? 1 : 0;
            now = next instanceof NotBefore(Instant at) ? earlier(at, end) : now;
        }
        return granted;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Test
    void grantsHalfTheLimitAtOnce() {
        assertThat(granted(copy(HUNDRED, table), 150)).isBetween(50, 55);
    }

    @Test
    void grantsTheWholeLimitInSomeSecondsAndNoMore() {
        assertThat(granted(copy(HUNDRED, table), HALF_A_MINUTE)).isEqualTo(100);
    }

    @Test
    void leavesToOthersWhatIsLeftOfTheSecondHalf() {
        LeasedLimit first = copy(HUNDRED, table);
        LeasedLimit second = copy(HUNDRED, table);
        granted(first, 100);

        assertThat(granted(second, 100)).isPositive();
        assertThat(first.ask()).isInstanceOf(NotBefore.class);
    }

    @Test
    void copiesShareTheLimit() {
        assertThat(granted(copy(HUNDRED, table), HALF_A_MINUTE)).isEqualTo(100);
        assertThat(granted(copy(HUNDRED, table), 1)).isZero();
    }

    @Test
    void leasesOneAtFirstAndMoreUnderLoad() {
        LeasedLimit copy = copy(HUNDRED, table);

        assertThat(granted(copy, 1 + 2 + 4 + 5 + 5)).isEqualTo(17);
        assertThat(table.writes()).isEqualTo(5);
    }

    @Test
    void leasesOneAgainAfterAPause() {
        LeasedLimit copy = copy(HUNDRED, table);
        granted(copy, 1 + 2);
        now = now.plusSeconds(30);

        assertThat(granted(copy, 2)).isEqualTo(2);
        assertThat(table.writes()).isEqualTo(2 + 2);
    }

    @Test
    void losesWhatItDoesNotUseInTime() {
        LeasedLimit copy = copy(HUNDRED, table);
        granted(copy, 1 + 1);
        now = now.plusSeconds(30);

        assertThat(granted(copy, HALF_A_MINUTE)).isEqualTo(100 - 3);
    }

    @Test
    void usesALeaseUntilItsVeryEnd() {
        LeasedLimit copy = copy(HUNDRED, table);
        granted(copy, 1 + 2 + 2);
        Instant until = Lease.of(4, now, HUNDRED).until();

        now = until.minusNanos(1);
        assertThat(granted(copy, 1)).isEqualTo(1);
        assertThat(table.writes()).isEqualTo(3);
        now = until;
        assertThat(granted(copy, 1)).isEqualTo(1);
        assertThat(table.writes()).isEqualTo(4);
    }

    @Test
    void doesNotAskTheTableBeforeTheMomentToWaitFor() {
        LeasedLimit copy = copy(HUNDRED, table);
        granted(copy, 101);
        int writes = table.writes();

        Permission first = copy.ask();
        assertThat(first).isInstanceOf(NotBefore.class).isEqualTo(copy.ask());
        assertThat(table.writes()).isEqualTo(writes);
    }

    @Test
    void grantsAgainAtTheMomentToWaitFor() {
        LeasedLimit copy = copy(HUNDRED, table);
        Instant start = now;
        granted(copy, Duration.ofSeconds(28));
        NotBefore notBefore = (NotBefore) copy.ask();
        assertThat(Duration.between(start, notBefore.at())).isBetween(Duration.ofSeconds(68), Duration.ofSeconds(73));

        now = notBefore.at();
        assertThat(copy.ask()).isInstanceOf(Granted.class);
    }

    @Test
    void givesUpAfterThreeTriesAgainstOthers() {
        int[] tries = {0};
        LeasedLimit unlucky = copy(HUNDRED, (limit, seen, next) -> {
            tries[0]++;
            return Optional.of(Leases.NONE.with(Lease.of(tries[0], now, HUNDRED)));
        });

        assertThat(unlucky.ask())
                .isInstanceOfSatisfying(
                        NotBefore.class,
                        notBefore -> assertThat(notBefore.at()).isBetween(now.plusMillis(100), now.plusMillis(600)));
        assertThat(tries[0]).isEqualTo(3);
    }

    @Test
    void usesNoLeaseThatTheTableGaveTooLate() {
        LeasedLimit slow = copy(HUNDRED, (limit, seen, next) -> {
            now = now.plusSeconds(5);
            return table.replace(limit, seen, next);
        });

        assertThat(slow.ask()).isInstanceOf(NotBefore.class);
        assertThat(table.writes()).isEqualTo(3);
    }

    @Test
    void waitsWhenTheLimitWasLowered() {
        granted(copy(HUNDRED, table), 100);

        assertThat(granted(copy(RateLimit.perMinute("sync", 50), table), 10)).isZero();
    }

    @Test
    void goesOnAfterTheRecordWasForgotten() {
        LeasedLimit copy = copy(HUNDRED, table);
        granted(copy, 1);
        now = now.plus(Duration.ofDays(3));
        table.forget("zenoo/api-key#sync");

        assertThat(granted(copy, HALF_A_MINUTE)).isEqualTo(100);
    }

    @Test
    void saysThatItDoesNotKnowAndAsksAgainTheNextTime() {
        boolean[] reachable = {false};
        LeasedLimit copy = copy(HUNDRED, (limit, seen, next) -> {
            if (!reachable[0]) {
                throw new LeasesUnavailableException("ThrottlingException", new IllegalStateException());
            }
            return table.replace(limit, seen, next);
        });

        assertThatThrownBy(copy::ask).isInstanceOf(LeasesUnavailableException.class);
        reachable[0] = true;
        assertThat(copy.ask()).isInstanceOf(Granted.class);
    }
}
