package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import dev.hookwarden.provider.Provider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The limits are those of docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html. */
class AlarmsTest {
    private static final Stack ROOT = Stack.servingAll();
    private static final Stack WATCHING_SILENCE = Stack.servingAll(Map.of("ZenooSilenceHours", "168"));
    private static final String PROVIDER_ALARMS = "infra/provider-alarms.yaml";
    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;
    private static final int LONGEST_DESCRIPTION = 1024;

    @Test
    void everyAlarmWatchesMetricsThatThereAre() {
        assertThat(Alarm.ofMetrics(WATCHING_SILENCE)).hasSizeGreaterThan(30);
        assertThat(blind(WATCHING_SILENCE)).isEmpty();
    }

    @Test
    void breaksWhenAMetricIsRenamed() {
        Stack broken = Stack.rootWith(
                "infra/provider-metrics.yaml",
                template -> template.with(
                        List.of(Map.of("MetricNamespace", "Hookwarden/staging", "MetricName", "zenoo.Refusals")),
                        "SignaturesRefused",
                        "Properties",
                        "MetricTransformations"));

        assertThat(blind(broken))
                .contains("hookwarden-staging-zenoo-signature-failures", "hookwarden-staging-zenoo-delivery-success");
    }

    @Test
    void breaksWhenAnAlarmWatchesWhatAwsDoesNotPublish() {
        Stack broken = Stack.rootWith(
                "infra/delivery-alarms.yaml",
                template -> template.with("5XXErrors", "Inbound5xx", "Properties", "MetricName"));

        assertThat(blind(broken)).containsExactly("hookwarden-staging-inbound-5xx");
    }

    @Test
    void theMetricsOfAnAlarmShareOnePeriodAndGiveOneResult() {
        assertThat(offending(ROOT, alarm -> alarm.periods().size() == 1)).isEmpty();
        assertThat(offending(ROOT, AlarmsTest::givesOneResult)).isEmpty();
    }

    @Test
    void breaksWhenThePeriodsDiffer() {
        Stack broken = Stack.rootWith(PROVIDER_ALARMS, template -> {
            List<Node> metrics =
                    template.resource("Outbound5xx").property("Metrics").items();
            Node other = metrics.getFirst().with(300, "MetricStat", "Period");
            return template.with(
                    List.of(present(other), present(metrics.get(1)), present(metrics.get(2))),
                    "Outbound5xx",
                    "Properties",
                    "Metrics");
        });

        assertThat(offending(broken, alarm -> alarm.periods().size() == 1))
                .contains("hookwarden-staging-zenoo-outbound-5xx");
    }

    @Test
    void noAlarmLooksFurtherBackThanItMay() {
        assertThat(offending(WATCHING_SILENCE, AlarmsTest::looksNotTooFarBack)).isEmpty();
    }

    @Test
    void breaksWhenSilenceMayLastLonger() {
        Stack broken = Stack.root(Map.of("ZenooSilenceHours", "169"));

        assertThat(offending(broken, AlarmsTest::looksNotTooFarBack))
                .containsExactly("hookwarden-staging-zenoo-silence");
    }

    @Test
    void everyAlarmSaysWhatMissingDataMeans() {
        assertThat(offending(ROOT, AlarmsTest::saysWhatMissingDataMeans)).isEmpty();
    }

    @Test
    void breaksWhenAnAlarmLeavesItOpen() {
        Stack broken = Stack.rootWith(
                PROVIDER_ALARMS, template -> template.without("Outbound401", "Properties", "TreatMissingData"));

        assertThat(offending(broken, AlarmsTest::saysWhatMissingDataMeans))
                .contains("hookwarden-staging-zenoo-outbound-401");
    }

    @Test
    void everyAlarmSaysWhatItMeansAndWhatToDoFirst() {
        assertThat(Alarm.all(WATCHING_SILENCE))
                .allSatisfy(alarm -> assertThat(alarm.description())
                        .matches("\\S.+\\. First: \\S.+\\. Runbook: [a-z0-9-]+")
                        .hasSizeLessThanOrEqualTo(LONGEST_DESCRIPTION)
                        .doesNotContain("${"));
    }

    @Test
    void everyAlarmHasANameOfItsOwnInEachStage() {
        List<String> names = names(WATCHING_SILENCE);
        List<String> elsewhere = names(Stack.root(Map.of("Stage", "production")));

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.startsWith("hookwarden-staging-"));
        assertThat(elsewhere).doesNotHaveDuplicates().allMatch(name -> name.startsWith("hookwarden-production-"));
    }

    @Test
    void breaksWhenAlarmsShareAName() {
        Stack broken = Stack.rootWith(
                PROVIDER_ALARMS,
                template -> template.with(
                        "hookwarden-${Stage}-outbound-401", "Outbound401", "Properties", "AlarmName", "Fn::Sub"));

        assertThat(names(broken))
                .filteredOn("hookwarden-staging-outbound-401"::equals)
                .hasSizeGreaterThan(1);
    }

    @Test
    void silenceIsOffUntilItsHoursAreSet() {
        assertThat(names(ROOT)).noneMatch(name -> name.endsWith("-silence"));
        assertThat(names(WATCHING_SILENCE))
                .filteredOn(name -> name.endsWith("-silence"))
                .containsExactly("hookwarden-staging-zenoo-silence");
    }

    @Test
    void aProviderThatIsNotCalledHasNoAlarmsOfItsApi() {
        assertThat(names(ROOT))
                .contains("hookwarden-staging-zenoo-outbound-401", "hookwarden-staging-github-signature-failures")
                .noneMatch(name -> name.matches(
                        "hookwarden-staging-(github|stripe|standard-webhooks)-(outbound-.*|provider-in-trouble)"));
    }

    @Test
    void aProviderThatIsOffHasNoAlarms() {
        assertThat(names(Stack.root())).noneMatch(name -> name.matches(".*(github|stripe|standard-webhooks).*"));
    }

    @Test
    void theLearnedBaselineGivesWayToTheOneThatIsSet() {
        Stack set = Stack.root(Map.of("ZenooLatencyBaselineMs", "800"));

        assertThat(expression(ROOT, "hookwarden-staging-zenoo-outbound-latency"))
                .isEqualTo("IF(baseline > 0, duration / baseline, 0)");
        assertThat(expression(set, "hookwarden-staging-zenoo-outbound-latency")).isEqualTo("duration / 800");
        assertThat(expression(set, "hookwarden-staging-jobsiteon-outbound-latency"))
                .contains("baseline");
    }

    @Test
    void slowAnswersAreMeasuredByHalfOfEachProvidersDeadline() {
        assertThat(Provider.ALL)
                .allSatisfy(provider -> assertThat(Alarm.ofMetrics(ROOT))
                        .filteredOn(alarm ->
                                alarm.name().equals("hookwarden-staging-" + provider.id() + "-acknowledgement"))
                        .singleElement()
                        .satisfies(alarm -> assertThat(
                                        alarm.resource().property("Threshold").number())
                                .isEqualTo(provider.acknowledgement().toMillis() / 2)));
    }

    private static List<String> blind(Stack root) {
        Set<Metric> ours = Filter.of(root).stream().map(Filter::metric).collect(Collectors.toSet());
        return offending(
                root,
                alarm -> !alarm.metrics().isEmpty()
                        && alarm.metrics().stream().allMatch(metric -> metric.isOfAws() || ours.contains(metric)));
    }

    private static List<String> offending(Stack root, Predicate<Alarm> rule) {
        return Alarm.ofMetrics(root).stream()
                .filter(rule.negate())
                .map(Alarm::name)
                .toList();
    }

    /** ReturnData is true where it isn't said. */
    private static boolean givesOneResult(Alarm alarm) {
        List<Node> metrics = alarm.resource().property("Metrics").items();
        return metrics.isEmpty()
                || metrics.stream()
                                .filter(metric ->
                                        !metric.at("ReturnData").text().equals("false"))
                                .count()
                        == 1;
    }

    private static boolean looksNotTooFarBack(Alarm alarm) {
        int period = alarm.periods().iterator().next();
        int range = period * alarm.resource().property("EvaluationPeriods").number();
        return range <= (period < HOUR ? DAY : 7 * DAY);
    }

    private static boolean saysWhatMissingDataMeans(Alarm alarm) {
        return Set.of("breaching", "notBreaching", "ignore", "missing")
                .contains(alarm.resource().property("TreatMissingData").text());
    }

    private static List<String> names(Stack root) {
        return Alarm.all(root).stream().map(Alarm::name).toList();
    }

    private static String expression(Stack root, String name) {
        return Alarm.ofMetrics(root).stream()
                .filter(alarm -> alarm.name().equals(name))
                .flatMap(alarm -> alarm.resource().property("Metrics").items().stream())
                .map(metric -> metric.at("Expression").text())
                .filter(expression -> !expression.isEmpty())
                .collect(Collectors.joining());
    }

    private static Object present(Node node) {
        return Objects.requireNonNull(node.value());
    }
}
