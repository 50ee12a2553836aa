package dev.hookwarden.simulation.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualTime time = new VirtualTime(START);
    private final List<String> happened = new ArrayList<>();

    @Test
    void letsThingsHappenInTheOrderOfTimeAndThenOfAsking() {
        time.after(SECOND.multipliedBy(2), () -> happened.add("third"));
        time.after(SECOND, () -> happened.add("first"));
        time.after(SECOND, () -> happened.add("second"));
        time.run();

        assertThat(happened).containsExactly("first", "second", "third");
        assertThat(time.instant()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void letsWhatIsDueHappenWhileSomethingWaits() {
        time.after(SECOND, () -> {
            happened.add("begins");
            time.pass(SECOND.multipliedBy(3));
            happened.add("ends");
        });
        time.after(SECOND.multipliedBy(2), () -> happened.add("in between"));
        time.run();

        assertThat(happened).containsExactly("begins", "in between", "ends");
    }

    @Test
    void letsNothingThatTakesLongHappenInsideAWait() {
        time.aloneAfter(SECOND.multipliedBy(2), () -> happened.add("alone"));
        time.after(SECOND, () -> {
            time.pass(SECOND.multipliedBy(3));
            happened.add("ends");
        });
        time.run();

        assertThat(happened).containsExactly("ends", "alone");
    }

    @Test
    void neverGoesBack() {
        time.after(SECOND, () -> time.pass(Duration.ofHours(1)));
        time.at(START, () -> time.pass(Duration.ofMinutes(1)));
        time.run();
        time.at(START, () -> happened.add(time.instant().toString()));
        time.run();

        assertThat(happened).containsExactly(START.plusSeconds(3601).toString());
    }
}
