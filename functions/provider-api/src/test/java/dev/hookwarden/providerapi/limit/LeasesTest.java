package dev.hookwarden.providerapi.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.provider.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeasesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:31.250Z");
    private static final RateLimit LIMIT = RateLimit.perMinute("pull", 300);

    @Test
    void readsWhatItWrites() {
        Leases leases = Leases.NONE.with(Lease.of(5, NOW, LIMIT)).with(Lease.of(12, NOW.plusSeconds(7), LIMIT));

        assertThat(Leases.parse(leases.text())).isEqualTo(leases);
        assertThat(leases.permits()).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "5", "1763806530:", ":5", "1763806530:5:6", "1763806530:5  1763806532:12", "a:b"})
    void refusesWhatIsNotLeases(String text) {
        assertThatThrownBy(() -> Leases.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leaseCountsUntilAWindowAfterItsLastCallCanHaveArrived() {
        Lease lease = Lease.of(5, NOW, LIMIT);

        assertThat(lease.until())
                .isBetween(NOW.plus(Margins.LEASE), NOW.plus(Margins.LEASE).plus(Lease.GRAIN));
        assertThat(Duration.between(lease.until(), lease.end()))
                .isEqualTo(Margins.ARRIVAL.plus(Margins.CLOCK_DISTANCE).plus(LIMIT.window()));
    }

    @Test
    void leaseOfTheSameGrainIsAddedToTheOther() {
        Leases leases = Leases.NONE.with(Lease.of(5, NOW, LIMIT)).with(Lease.of(3, NOW.plusMillis(500), LIMIT));

        assertThat(leases.permitsByEnd()).hasSize(1).containsValue(8);
    }

    @Test
    void leavesOutWhatHasEndedAtThatVeryMoment() {
        Lease lease = Lease.of(5, NOW, LIMIT);
        Leases leases = Leases.NONE.with(lease);

        assertThat(leases.countingAt(lease.end().minusNanos(1))).isEqualTo(leases);
        assertThat(leases.countingAt(lease.end())).isEqualTo(Leases.NONE);
    }

    @Test
    void recordOfTheBusiestMinuteIsOneWriteUnit() {
        Leases leases = IntStream.range(0, 300)
                .mapToObj(call -> Lease.of(1, NOW.plusMillis(call * 230L), LIMIT))
                .reduce(Leases.NONE, Leases::with, (first, second) -> second);

        assertThat(leases.countingAt(NOW).permits()).isEqualTo(300);
        assertThat(leases.text()).hasSizeLessThan(900);
    }
}
