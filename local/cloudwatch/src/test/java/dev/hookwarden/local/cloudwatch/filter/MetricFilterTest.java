package dev.hookwarden.local.cloudwatch.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.local.cloudwatch.definition.UndocumentedBehaviorException;
import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import dev.hookwarden.local.cloudwatch.metric.MetricId;
import dev.hookwarden.local.cloudwatch.metric.MetricStore;
import dev.hookwarden.local.cloudwatch.metric.Statistic;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Default values are those of AWS's example of two records a minute.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html">Filter pattern
 *     syntax for metric filters</a>
 */
final class MetricFilterTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final MetricId METRIC = new MetricId("Hookwarden/test", "refused");
    private static final String MATCHING = "{\"event\": \"x\", \"millis\": 12.5}";
    private static final String OTHER = "{\"event\": \"y\"}";

    private final MetricStore metrics = new MetricStore();

    @Test
    void publishesAConstantForEachMatch() {
        MetricFilter filter = filter("1", OptionalDouble.of(0));

        apply(filter, MATCHING, 1);
        apply(filter, MATCHING, 59);

        assertThat(minute("Sum")).hasValue(2);
        assertThat(minute("SampleCount")).hasValue(2);
    }

    @Test
    void publishesANumberOfTheEvent() {
        apply(filter("$.millis", OptionalDouble.empty()), MATCHING, 1);

        assertThat(minute("Sum")).hasValue(12.5);
    }

    @Test
    void publishesItsDefaultForAMinuteWithoutMatches() {
        MetricFilter filter = filter("1", OptionalDouble.of(0));

        apply(filter, OTHER, 1);
        apply(filter, OTHER, 30);

        assertThat(minute("Sum")).hasValue(0);
        assertThat(minute("SampleCount")).hasValue(1);
    }

    @Test
    void publishesNoDefaultBesideAMatch() {
        MetricFilter filter = filter("1", OptionalDouble.of(7));

        apply(filter, OTHER, 1);
        apply(filter, MATCHING, 2);
        apply(filter, OTHER, 3);

        assertThat(minute("Sum")).hasValue(1);
        assertThat(minute("SampleCount")).hasValue(1);
    }

    @Test
    void publishesNothingForAMinuteWithoutEvents() {
        apply(filter("1", OptionalDouble.of(0)), OTHER, 60);

        assertThat(minute("Sum")).isEmpty();
    }

    @Test
    void publishesNothingWithoutMatchesAndDefault() {
        apply(filter("1", OptionalDouble.empty()), OTHER, 1);

        assertThat(minute("Sum")).isEmpty();
    }

    @Test
    void keepsTheDefaultsOfTwoFiltersOfOneMetricApart() {
        apply(filter("1", OptionalDouble.of(0)), OTHER, 1);
        var second = new MetricFilter(
                "second", "group", FilterPattern.parse("{ $.event = y }"), METRIC, "1", OptionalDouble.of(0));
        apply(second, OTHER, 1);

        assertThat(minute("Sum")).hasValue(1);
        assertThat(minute("SampleCount")).hasValue(2);
    }

    @Test
    void refusesToGuessWhatAMatchWithoutItsNumberPublishes() {
        MetricFilter filter = filter("$.millis", OptionalDouble.of(0));

        assertThatExceptionOfType(UndocumentedBehaviorException.class)
                .isThrownBy(() -> apply(filter, "{\"event\": \"x\", \"millis\": \"12\"}", 1))
                .withMessageContaining(".millis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "$millis", "$.a[*]", "1 2", "$.a $.b"})
    void refusesAValueThatIsNoNumberAndNoSelector(String value) {
        assertThatExceptionOfType(UnsupportedDefinitionException.class)
                .isThrownBy(() -> filter(value, OptionalDouble.empty()));
    }

    private static MetricFilter filter(String value, OptionalDouble defaultValue) {
        return new MetricFilter("first", "group", FilterPattern.parse("{ $.event = x }"), METRIC, value, defaultValue);
    }

    private void apply(MetricFilter filter, String line, long second) {
        filter.apply(new LogLine(line), START.plusSeconds(second), metrics);
    }

    private OptionalDouble minute(String statistic) {
        return metrics.statistic(METRIC, Statistic.named(statistic), START, START.plusSeconds(60));
    }
}
