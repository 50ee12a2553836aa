package dev.hookwarden.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.hookwarden.local.cloudwatch.alarm.AlarmRule;
import dev.hookwarden.local.cloudwatch.alarm.AlarmState;
import dev.hookwarden.local.cloudwatch.alarm.AlarmStatus;
import dev.hookwarden.local.cloudwatch.alarm.ComparisonOperator;
import dev.hookwarden.local.cloudwatch.alarm.CompositeAlarm;
import dev.hookwarden.local.cloudwatch.alarm.MetricAlarm;
import dev.hookwarden.local.cloudwatch.alarm.MetricStatistic;
import dev.hookwarden.local.cloudwatch.alarm.TreatMissingData;
import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import dev.hookwarden.local.cloudwatch.filter.FilterPattern;
import dev.hookwarden.local.cloudwatch.filter.MetricFilter;
import dev.hookwarden.local.cloudwatch.metric.MetricId;
import dev.hookwarden.local.cloudwatch.metric.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MonitoringTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:30Z");
    private static final MetricId REFUSED = new MetricId("Hookwarden/test", "refused");
    private static final MetricId AGE = new MetricId("AWS/SQS", "ApproximateAgeOfOldestMessage");
    private static final String REFUSAL = "{\"event\": \"signature_refused\"}";
    private static final String ACCEPTED = "{\"event\": \"delivery_accepted\"}";

    private final MutableClock clock = new MutableClock(START);
    private final Monitoring monitoring = new Monitoring(
            new MonitoringDefinitions(
                    List.of(filter("refused")),
                    List.of(
                            alarm("refused", REFUSED, 0, TreatMissingData.NOT_BREACHING),
                            alarm("age", AGE, 900, TreatMissingData.IGNORE)),
                    List.of(composite("page", "ALARM(attack)"), composite("attack", "ALARM(refused) OR ALARM(age)"))),
            clock);

    @Test
    void startsWithoutData() {
        assertThat(monitoring.alarms())
                .extracting(AlarmStatus::name)
                .containsExactly("refused", "age", "attack", "page");
        assertThat(monitoring.alarms()).extracting(AlarmStatus::state).containsOnly(AlarmState.INSUFFICIENT_DATA);
        assertThat(monitoring.alarms()).extracting(AlarmStatus::since).containsOnly(START);
    }

    @Test
    void raisesAndClearsFromTheLogLineToThePage() {
        monitoring.log("ingest", clock.instant(), REFUSAL);
        pass(1);
        assertThat(monitoring.alarm("refused").state()).isEqualTo(AlarmState.ALARM);
        assertThat(monitoring.alarm("refused").since()).isEqualTo(Instant.parse("2026-11-22T10:01:00Z"));
        assertThat(monitoring.alarm("page").state()).isEqualTo(AlarmState.ALARM);
        assertThat(monitoring.alarm("page").reason()).isEqualTo("the rule holds: attack ALARM");

        monitoring.log("ingest", clock.instant(), ACCEPTED);
        pass(1);
        assertThat(monitoring.alarm("refused").state()).isEqualTo(AlarmState.OK);
        assertThat(monitoring.alarm("page").state()).isEqualTo(AlarmState.OK);
    }

    @Test
    void keepsEachChangeOnce() {
        monitoring.log("ingest", clock.instant(), REFUSAL);
        pass(2);
        pass(5);

        assertThat(monitoring.history().stream().filter(change -> change.name().equals("refused")))
                .extracting(AlarmTransition::from, AlarmTransition::to, AlarmTransition::at)
                .containsExactly(
                        tuple(AlarmState.INSUFFICIENT_DATA, AlarmState.ALARM, Instant.parse("2026-11-22T10:01:00Z")),
                        tuple(AlarmState.ALARM, AlarmState.OK, Instant.parse("2026-11-22T10:04:00Z")));
    }

    @Test
    void evaluatesEachMinuteThatEndedHoweverSeldomItIsAsked() {
        monitoring.log("ingest", clock.instant(), REFUSAL);
        clock.advance(Duration.ofMinutes(10));
        monitoring.advance();

        assertThat(monitoring.history())
                .extracting(AlarmTransition::at)
                .contains(Instant.parse("2026-11-22T10:01:00Z"), Instant.parse("2026-11-22T10:04:00Z"));
    }

    @Test
    void doesNotEvaluateAMinuteBeforeItsEnd() {
        monitoring.log("ingest", clock.instant(), REFUSAL);
        clock.advance(Duration.ofSeconds(29));
        monitoring.advance();

        assertThat(monitoring.alarm("refused").state()).isEqualTo(AlarmState.INSUFFICIENT_DATA);
    }

    @Test
    void takesMetricsOfServices() {
        monitoring.metric(AGE, clock.instant(), 901);
        pass(1);

        assertThat(monitoring.alarm("age").state()).isEqualTo(AlarmState.ALARM);
        assertThat(monitoring.alarm("attack").state()).isEqualTo(AlarmState.ALARM);
    }

    @Test
    void keepsTheStateOfWhatIgnoresMissingData() {
        monitoring.metric(AGE, clock.instant(), 901);
        pass(60);

        assertThat(monitoring.alarm("age").state()).isEqualTo(AlarmState.ALARM);
    }

    @Test
    void takesNothingFromOtherLogGroups() {
        monitoring.log("processor", clock.instant(), REFUSAL);
        pass(1);

        assertThat(monitoring.alarm("refused").state()).isEqualTo(AlarmState.OK);
    }

    @Test
    void knowsNoOtherAlarm() {
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> monitoring.alarm("other"));
    }

    @Test
    void evaluatesAnAlarmOfMoreThanADayOnTheHour() {
        var long25 = new MetricAlarm(
                "silence",
                new MetricStatistic(AGE, Statistic.named("SampleCount"), Duration.ofHours(1)),
                ComparisonOperator.LESS_THAN_THRESHOLD,
                1,
                25,
                25,
                TreatMissingData.BREACHING);
        var silence = new Monitoring(new MonitoringDefinitions(List.of(), List.of(long25), List.of()), clock);

        clock.advance(Duration.ofMinutes(61));
        silence.advance();

        assertThat(silence.history())
                .extracting(AlarmTransition::at)
                .containsExactly(Instant.parse("2026-11-22T11:00:00Z"));
    }

    @Test
    void refusesTwoAlarmsOfOneName() {
        MetricAlarm alarm = alarm("a", AGE, 0, TreatMissingData.IGNORE);

        assertRefused(List.of(), List.of(alarm), List.of(composite("a", "TRUE")), "a");
    }

    @Test
    void refusesACompositeOfWhatIsNotThereOrOfItself() {
        assertRefused(List.of(), List.of(), List.of(composite("a", "ALARM(other)")), "a");
        assertRefused(List.of(), List.of(), List.of(composite("a", "ALARM(b)"), composite("b", "ALARM(a)")), "circle");
    }

    @Test
    void refusesTwoFiltersOfOneNameInALogGroup() {
        assertRefused(List.of(filter("a"), filter("a")), List.of(), List.of(), "ingest");
    }

    @Test
    void refusesMoreThanAHundredFiltersOfALogGroup() {
        List<MetricFilter> filters =
                IntStream.rangeClosed(0, 100).mapToObj(i -> filter("f" + i)).toList();

        assertThat(new MonitoringDefinitions(filters.subList(0, 100), List.of(), List.of()).filtersByLogGroup())
                .containsOnlyKeys("ingest");
        assertRefused(filters, List.of(), List.of(), "101 filters");
    }

    @Test
    void refusesMoreThanFiveFiltersWithRegularExpressions() {
        List<MetricFilter> filters = IntStream.rangeClosed(0, 5)
                .mapToObj(i -> new MetricFilter(
                        "f" + i, "ingest", FilterPattern.parse("%x%"), REFUSED, "1", OptionalDouble.empty()))
                .toList();

        assertThat(new MonitoringDefinitions(filters.subList(0, 5), List.of(), List.of()).filters())
                .hasSize(5);
        assertRefused(filters, List.of(), List.of(), "6 with regular");
    }

    private void pass(int minutes) {
        IntStream.range(0, minutes).forEach(i -> {
            clock.advance(Duration.ofMinutes(1));
            monitoring.advance();
        });
    }

    private static void assertRefused(
            List<MetricFilter> filters, List<MetricAlarm> alarms, List<CompositeAlarm> composites, String named) {
        assertThatExceptionOfType(UnsupportedDefinitionException.class)
                .isThrownBy(() -> new MonitoringDefinitions(filters, alarms, composites))
                .withMessageContaining(named);
    }

    private static MetricFilter filter(String name) {
        return new MetricFilter(
                name,
                "ingest",
                FilterPattern.parse("{ $.event = \"signature_refused\" }"),
                REFUSED,
                "1",
                OptionalDouble.of(0));
    }

    private static MetricAlarm alarm(String name, MetricId metric, double threshold, TreatMissingData missing) {
        return new MetricAlarm(
                name,
                new MetricStatistic(metric, Statistic.named("Maximum"), Duration.ofMinutes(1)),
                ComparisonOperator.GREATER_THAN_THRESHOLD,
                threshold,
                1,
                1,
                missing);
    }

    private static CompositeAlarm composite(String name, String rule) {
        return new CompositeAlarm(name, AlarmRule.parse(rule));
    }
}
