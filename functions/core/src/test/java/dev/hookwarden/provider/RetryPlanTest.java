package dev.hookwarden.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPlanTest {
    private static final RetryPlan ZENOO = Provider.ZENOO.api().retryPlan();
    private static final RetryPlan JITTER = new RetryPlan.FullJitter(8, Duration.ofSeconds(1), Duration.ofSeconds(60));

    /** docs.zenoo.com: attempts at 0, 5, 25 and 60 s, at most 4; 503 after 30 s. */
    @Test
    void zenooIsCalledAgainWhenItsDocumentationSays() {
        assertThat(ZENOO.attempts()).isEqualTo(4);
        assertThat(waits(ZENOO, 0.9))
                .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(35));
        assertThat(ZENOO.waitAfterUnavailable()).isEqualTo(Duration.ofSeconds(30));
        assertThat(ZENOO.repeatsBrokenConnections()).isFalse();
    }

    @Test
    void aStatedPlanBeginsAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPlan.Stated(List.of(Duration.ofSeconds(5)), Duration.ZERO));
    }

    @Test
    void jitterGoesUpToALimitThatDoubles() {
        assertThat(waits(JITTER, 0.5))
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L);
    }

    @Test
    void fullJitterMayBeNothing() {
        assertThat(waits(JITTER, 0)).containsOnly(Duration.ZERO);
    }

    private static List<Duration> waits(RetryPlan plan, double random) {
        return IntStream.range(1, plan.attempts())
                .mapToObj(made -> plan.waitAfter(made, random))
                .toList();
    }
}
