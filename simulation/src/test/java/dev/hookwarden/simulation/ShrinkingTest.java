package dev.hookwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
    @Test
    void keepsWhatItTakes() {
        List<Integer> all = IntStream.range(0, 1000).boxed().toList();

        assertThat(Subsets.smallest(all, some -> some.containsAll(List.of(17, 500, 999)), 500))
                .containsExactly(17, 500, 999);
    }

    @Test
    void tellsTheShortestStoryOfAFailureAndItsSeed() {
        Scenario scenario = Scenario.faulty(7, 120);
        Parts parts = Sabotage.acknowledgesBeforeTheSink();

        String story = assertThatThrownBy(() -> Runs.assertClean(Runs.of(scenario, parts), parts))
                .isInstanceOf(AssertionError.class)
                .extracting(String::valueOf)
                .actual();

        assertThat(story).contains("Seed 7", "broke I1");
        assertThat(story.lines().filter(line -> line.contains("DELIVER"))).hasSize(1);
    }
}
