package dev.hookwarden.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.log.LogEvent;
import dev.hookwarden.probe.ResponseTimes.Average;
import dev.hookwarden.provider.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private final ProbeWorld world = new ProbeWorld();
    private final List<String> asked = new ArrayList<>();
    private long milliseconds = 120;

    BaselineTest() {
        world.responseTimes = this::tell;
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Optional<Average> tell(Provider provider, Instant from, Instant to) {
        asked.add(provider.id() + " " + Duration.between(from, to).toDays() + " days");
        return Optional.of(new Average(milliseconds, 4032));
    }

    private List<Object> said() {
        return world.fieldsOf(LogEvent.PROVIDER_API_BASELINE).stream()
                .map(fields -> fields.getOrDefault("averageMs", ""))
                .toList();
    }

    @Test
    void saysTheAverageOfFourteenDaysOfEachProvider() {
        world.run();

        assertThat(asked).containsExactly("zenoo 14 days", "jobsiteon 14 days");
        assertThat(world.fieldsOf(LogEvent.PROVIDER_API_BASELINE))
                .contains(Map.of("provider", "zenoo", "averageMs", 120L, "sampleCount", 4032L));
    }

    @Test
    void endsAtTheHourThatHasEnded() {
        world.responseTimes = (provider, from, to) -> {
            assertThat(to).isBeforeOrEqualTo(world.clock.instant());
            assertThat(to.getEpochSecond() % 3600).isZero();
            return Optional.empty();
        };
        world.run();
    }

    @Test
    void saysItAtEachRunAndAsksOnceAnHour() {
        for (int run = 0; run < 12; run++) {
            world.run();
            assertThat(said()).containsExactly(120L, 120L);
            world.clock.advance(Duration.ofMinutes(5));
        }
        assertThat(asked).hasSize(2);

        milliseconds = 240;
        world.run();
        assertThat(said()).containsExactly(240L, 240L);
        assertThat(asked).hasSize(4);
    }

    @Test
    void saysNothingBeforeThereIsData() {
        world.responseTimes = (provider, from, to) -> Optional.empty();

        world.run();
        assertThat(said()).isEmpty();
    }

    @Test
    void saysTheLastOneWhileItCanNotBeReadAndAsksAgainAtEachRun() {
        world.run();
        world.clock.advance(Duration.ofHours(1));
        world.responseTimes = (provider, from, to) -> {
            throw new IllegalStateException("CloudWatch is down");
        };
        assertThatThrownBy(world::run).hasMessage("Failed: baseline of zenoo, baseline of jobsiteon");
        assertThat(said()).containsExactly(120L, 120L);

        world.responseTimes = this::tell;
        milliseconds = 240;
        world.run();
        assertThat(said()).containsExactly(240L, 240L);
    }
}
