package dev.hookwarden.infra.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each alarm rings when it should, clears when it should, and at no other time. */
class TimelinesTest {
    static List<Timeline> timelines() {
        return Timelines.all();
    }

    @ParameterizedTest
    @MethodSource("timelines")
    void ringsWhatItShould(Timeline timeline) {
        assertThat(timeline.rung().minutes()).isEqualTo(timeline.rings());
    }
}
