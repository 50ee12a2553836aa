package dev.hookwarden.local.cloudwatch.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import dev.hookwarden.local.cloudwatch.math.MathExpression;
import dev.hookwarden.local.cloudwatch.metric.MetricId;
import dev.hookwarden.local.cloudwatch.metric.MetricStore;
import dev.hookwarden.local.cloudwatch.metric.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MetricAlarmTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final MetricId ERRORS = new MetricId("AWS/Lambda", "Errors");
    private static final MetricId CALLS = new MetricId("AWS/Lambda", "Invocations");

    private final MetricStore metrics = new MetricStore();

    @ParameterizedTest
    @CsvSource({
        "GreaterThanThreshold, 5.1, 5",
        "GreaterThanOrEqualToThreshold, 5, 4.9",
        "LessThanThreshold, 4.9, 5",
        "LessThanOrEqualToThreshold, 5, 5.1"
    })
    void comparesWithItsThreshold(String comparison, double breaching, double other) {
        var alarm = alarm(ComparisonOperator.of(comparison), 5);
        metrics.put(ERRORS, START, breaching);
        metrics.put(ERRORS, START.plusSeconds(60), other);

        assertThat(state(alarm, 1)).contains(AlarmState.ALARM);
        assertThat(state(alarm, 2)).contains(AlarmState.OK);
    }

    @Test
    void refusesAnotherComparison() {
        assertThatExceptionOfType(UnsupportedDefinitionException.class)
                .isThrownBy(() -> ComparisonOperator.of("GreaterThanUpperThreshold"));
        assertThatExceptionOfType(UnsupportedDefinitionException.class).isThrownBy(() -> TreatMissingData.of("zero"));
    }

    /** AWS's example of a period of five minutes: at the end of minute 6 it is minutes 2 to 6. */
    @Test
    void movesItsWindowEachMinute() {
        var alarm = alarm(Duration.ofMinutes(5), 1, 1, TreatMissingData.NOT_BREACHING);
        metrics.put(ERRORS, START, 1);
        IntStream.range(1, 10).forEach(minute -> metrics.put(ERRORS, START.plusSeconds(60L * minute), 0));

        assertThat(state(alarm, 1)).contains(AlarmState.ALARM);
        assertThat(state(alarm, 5)).contains(AlarmState.ALARM);
        assertThat(state(alarm, 6)).contains(AlarmState.OK);
    }

    /** The figure on AWS's page: ALARM from the third to the fifth period, and not for a single breach in the ninth. */
    @Test
    void needsAsManyBreachesAsItSays() {
        var alarm = alarm(Duration.ofMinutes(1), 3, 3, TreatMissingData.MISSING);
        int[] values = {1, 1, 1, 1, 1, 0, 0, 0, 1, 0};
        IntStream.range(0, 10).forEach(minute -> metrics.put(ERRORS, START.plusSeconds(60L * minute), values[minute]));

        String alarms = IntStream.rangeClosed(3, 10)
                .filter(minute -> state(alarm, minute).equals(Optional.of(AlarmState.ALARM)))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));

        assertThat(alarms).isEqualTo("3 4 5");
    }

    @Test
    void reachesBackTwoPeriodsBeyondItsOwnForWhatIsMissing() {
        var alarm = alarm(Duration.ofMinutes(1), 1, 1, TreatMissingData.NOT_BREACHING);
        metrics.put(ERRORS, START, 1);

        assertThat(state(alarm, 3)).contains(AlarmState.ALARM);
        assertThat(state(alarm, 4)).contains(AlarmState.OK);
        assertThat(alarm.range()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void saysWhy() {
        var alarm = alarm(Duration.ofMinutes(1), 1, 1, TreatMissingData.MISSING);
        metrics.put(ERRORS, START, 2);

        assertThat(alarm.judge(START.plusSeconds(60), metrics).orElseThrow().reason())
                .isEqualTo(
                        "data points - - 2.0 of PT1M, the latest last; 1 out of 1 GreaterThanThreshold 0.0 are needed for ALARM");
    }

    @Test
    void watchesMathOfMetricsAndExpressions() {
        var period = Duration.ofMinutes(1);
        var sum = Statistic.named("Sum");
        var math = new MetricMath(
                Map.of(
                        "failed", new MetricStatistic(ERRORS, sum, period),
                        "calls", new MetricStatistic(CALLS, sum, period)),
                Map.of(
                        "share", MathExpression.parse("IF(calls > 0, failed / calls, 0)"),
                        "percent", MathExpression.parse("100 * share")),
                "percent");
        metrics.put(ERRORS, START, 1);
        metrics.put(CALLS, START, 8);

        assertThat(math.period()).isEqualTo(period);
        assertThat(math.last(1, START.plusSeconds(60), metrics).points().getFirst())
                .hasValue(12.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "e1 + m1", "e2 + m1"})
    void refusesMathOfWhatIsNotThere(String expression) {
        var metric = new MetricStatistic(ERRORS, Statistic.named("Sum"), Duration.ofMinutes(1));

        assertThatExceptionOfType(UnsupportedDefinitionException.class)
                .isThrownBy(() -> new MetricMath(
                        Map.of("m1", metric),
                        Map.of("e1", MathExpression.parse(expression), "e2", MathExpression.parse("e1 + 1")),
                        "e1"));
    }

    @Test
    void refusesMathOverTwoPeriodsOrElevenMetrics() {
        var sum = Statistic.named("Sum");
        var expressions = Map.of("e1", MathExpression.parse("m1 + m2"));
        var minute = new MetricStatistic(ERRORS, sum, Duration.ofMinutes(1));
        var hour = new MetricStatistic(CALLS, sum, Duration.ofHours(1));
        Map<String, MetricStatistic> eleven =
                IntStream.rangeClosed(1, 11).boxed().collect(Collectors.toMap(i -> "m" + i, i -> minute));

        assertThatExceptionOfType(UnsupportedDefinitionException.class)
                .isThrownBy(() -> new MetricMath(Map.of("m1", minute, "m2", hour), expressions, "e1"));
        assertThatExceptionOfType(UnsupportedDefinitionException.class)
                .isThrownBy(() -> new MetricMath(eleven, expressions, "e1"));
    }

    @ParameterizedTest
    @CsvSource({
        "PT10S, 1, 1",
        "PT90S, 1, 1",
        "PT0S, 1, 1",
        "P2D, 1, 1",
        "PT1M, 0, 1",
        "PT1M, 2, 1",
        "PT10M, 1, 145",
        "PT1H, 1, 169"
    })
    void refusesWhatCloudWatchDoesNotTake(Duration period, int datapointsToAlarm, int evaluationPeriods) {
        assertThatExceptionOfType(UnsupportedDefinitionException.class)
                .isThrownBy(() -> alarm(period, datapointsToAlarm, evaluationPeriods, TreatMissingData.IGNORE));
    }

    @Test
    void takesADayOfMinutesAndAWeekOfHours() {
        assertThat(alarm(Duration.ofMinutes(10), 1, 144, TreatMissingData.IGNORE)
                        .isDue(START.plusSeconds(60)))
                .isTrue();
        var week = alarm(Duration.ofHours(1), 1, 168, TreatMissingData.IGNORE);
        assertThat(week.isDue(START.plusSeconds(60))).isFalse();
        assertThat(week.isDue(START)).isTrue();
        assertThat(alarm(Duration.ofHours(1), 1, 24, TreatMissingData.IGNORE).isDue(START.plusSeconds(60)))
                .isTrue();
    }

    private static MetricAlarm alarm(ComparisonOperator comparison, double threshold) {
        var query = new MetricStatistic(ERRORS, Statistic.named("Sum"), Duration.ofMinutes(1));
        return new MetricAlarm("errors", query, comparison, threshold, 1, 1, TreatMissingData.MISSING);
    }

    private static MetricAlarm alarm(
            Duration period, int datapointsToAlarm, int evaluationPeriods, TreatMissingData missing) {
        return new MetricAlarm(
                "errors",
                new MetricStatistic(ERRORS, Statistic.named("Sum"), period),
                ComparisonOperator.GREATER_THAN_THRESHOLD,
                0,
                datapointsToAlarm,
                evaluationPeriods,
                missing);
    }

    private Optional<AlarmState> state(MetricAlarm alarm, int afterMinutes) {
        return alarm.judge(START.plusSeconds(60L * afterMinutes), metrics).map(Judgement::state);
    }
}
