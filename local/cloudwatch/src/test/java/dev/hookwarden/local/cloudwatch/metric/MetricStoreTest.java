package dev.hookwarden.local.cloudwatch.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MetricStoreTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final MetricId METRIC = new MetricId("AWS/SQS", "Age", Map.of("QueueName", "deliveries"));

    private final MetricStore metrics = new MetricStore();

    @BeforeEach
    void sample() {
        for (int i = 10; i > 0; i--) {
            metrics.put(METRIC, START.plusSeconds(i), i * i);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Sum, 385",
        "Average, 38.5",
        "Minimum, 1",
        "Maximum, 100",
        "SampleCount, 10",
        "p0, 1",
        "p10, 1",
        "p11, 4",
        "p50, 25",
        "p90, 81",
        "p99, 100",
        "p99.9, 100",
        "p100, 100"
    })
    void hasEachStatistic(String statistic, double expected) {
        assertThat(minutes(statistic, 0, 1)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum", "p", "p101", "p-1", "tm99", "IQM", "PR(1:2)", ""})
    void refusesOtherStatistics(String statistic) {
        assertThatExceptionOfType(UnsupportedDefinitionException.class)
                .isThrownBy(() -> Statistic.named(statistic))
                .withMessageContaining(statistic);
    }

    @Test
    void countsASampleInItsOwnMinute() {
        metrics.put(METRIC, START.plusSeconds(60), 1000);

        assertThat(minutes("Maximum", 0, 1)).hasValue(100);
        assertThat(minutes("Maximum", 1, 2)).hasValue(1000);
        assertThat(minutes("Sum", 0, 2)).hasValue(1385);
    }

    @Test
    void hasNoStatisticOfAPeriodWithoutSamples() {
        assertThat(minutes("SampleCount", 1, 2)).isEmpty();
        assertThat(minutes("Sum", -1, 0)).isEmpty();
    }

    @Test
    void keepsMetricsOfOtherDimensionsApart() {
        var other = new MetricId("AWS/SQS", "Age", Map.of("QueueName", "dead"));

        assertThat(metrics.statistic(other, Statistic.named("Sum"), START, START.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void forgetsOnlyWhatIsOlder() {
        metrics.put(METRIC, START.plusSeconds(60), 1000);

        metrics.forget(START.plusSeconds(60));

        assertThat(minutes("Sum", 0, 2)).hasValue(1000);
    }

    private OptionalDouble minutes(String statistic, long from, long until) {
        return metrics.statistic(
                METRIC, Statistic.named(statistic), START.plusSeconds(60 * from), START.plusSeconds(60 * until));
    }
}
