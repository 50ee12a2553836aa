package dev.hookwarden.infra.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.MonitoringDefinitions;
import dev.hookwarden.local.cloudwatch.alarm.CompositeAlarm;
import dev.hookwarden.local.cloudwatch.alarm.MetricAlarm;
import dev.hookwarden.local.cloudwatch.definition.UndocumentedBehaviorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in filters, alarms and log lines, each of which a timeline catches. */
class MutationsTest {
    private static final String FUNCTIONS = "infra/function-alarms.yaml";
    private static final String DELIVERIES = "infra/delivery-alarms.yaml";
    private static final String CALLS = "infra/api-call-metrics.yaml";

    static List<Mutation> mutations() {
        return List.of(
                Mutation.ofFilter(
                        "a filter counts another event",
                        "SignaturesRefused",
                        "signature_refused",
                        "signatures_refused",
                        "one refusal among many deliveries"),
                Mutation.ofFilter(
                        "a filter counts every provider",
                        "SignaturesRefused",
                        " && ($.provider = \"${Provider}\")",
                        "",
                        "forgeries in one provider's name"),
                Mutation.ofFilter(
                        "a filter looks at another field",
                        "PreviousKeyVerifiedLate",
                        "$.overlapHoursLeft",
                        "$.overlapHours",
                        "the previous key in use on the last day of its overlap"),
                Mutation.ofFilter(
                        "a filter counts a whole overlap, not its last day",
                        "PreviousKeyVerifiedLate",
                        " && ($.overlapHoursLeft < 24)",
                        "",
                        "a rotation under traffic, the old key in use for a while"),
                Mutation.of(
                        "a number is quoted in a filter",
                        CALLS,
                        "ApiCall401",
                        "$.status = 401",
                        "$.status = \"401\"",
                        "a leaked key that the provider revoked"),
                Mutation.of(
                        "no answer no longer counts as a failure",
                        CALLS,
                        "ApiCall5xx",
                        " || ($.status = 0)",
                        "",
                        "no answer"),
                Mutation.of(
                        "a call that was not made has a duration",
                        CALLS,
                        "ApiCallDuration",
                        " && ($.attempt > 0)",
                        "",
                        "a probe that can't look at keys"),
                Mutation.ofFilter(
                        "a metric has another name than its alarm watches",
                        "KeyOverdue",
                        "MetricName: !Sub ${Provider}.KeyOverdue",
                        "MetricName: !Sub ${Provider}.KeysOverdue",
                        "a key older than it may become"),
                Mutation.of(
                        "a count has no default value",
                        CALLS,
                        "ApiCall401",
                        "\n          DefaultValue: 0",
                        "",
                        "a leaked key that the provider revoked"),
                Mutation.of(
                        "a measure has a default value",
                        CALLS,
                        "ApiCallDuration",
                        "MetricValue: $.durationMs",
                        "MetricValue: $.durationMs\n          DefaultValue: 0",
                        "a provider more than twice as slow as usual"),
                Mutation.ofFilter(
                        "a filter is on another function's log",
                        "ApiBaseline",
                        "!Ref ProbeLogGroup",
                        "!Ref ProcessorLogGroup",
                        "a provider more than twice as slow as usual"),
                Mutation.ofFilter(
                        "a missing candidate counts as a failed rotation",
                        "RotationRefused",
                        " && ($.refusal != \"CANDIDATE_MISSING\")",
                        "",
                        "a key that is due, and nobody has brought the next"),
                Mutation.ofAlarm(
                        "a threshold is higher",
                        "SignatureFailures",
                        "Threshold: 0",
                        "Threshold: 20",
                        "one refusal among many deliveries"),
                Mutation.ofAlarm(
                        "a threshold is lower", "Outbound5xx", "Threshold: 5", "Threshold: 3", "4 % of calls fail"),
                Mutation.ofAlarm(
                        "a comparison is turned",
                        "DeliverySuccess",
                        "LessThanThreshold",
                        "GreaterThanThreshold",
                        "ordinary traffic of both providers"),
                Mutation.ofAlarm(
                        "a comparison leaves out the threshold itself",
                        "Outbound403",
                        "GreaterThanOrEqualToThreshold",
                        "GreaterThanThreshold",
                        "403 three times in five minutes"),
                Mutation.ofAlarm(
                        "a period is longer",
                        "Outbound403",
                        "Period: 300",
                        "Period: 900",
                        "403 three times in fifteen minutes"),
                Mutation.ofAlarm(
                        "fewer periods are looked at",
                        "SignatureFailures",
                        "EvaluationPeriods: 3\n",
                        "EvaluationPeriods: 1\n",
                        "a slow drip of forgeries"),
                Mutation.ofAlarm(
                        "more data points are needed",
                        "SignatureFailures",
                        "DatapointsToAlarm: 1",
                        "DatapointsToAlarm: 2",
                        "one refusal among many deliveries"),
                Mutation.ofAlarm(
                        "missing data is good where it is what is waited for",
                        "Silence",
                        "TreatMissingData: breaching",
                        "TreatMissingData: notBreaching",
                        "a provider that goes quiet while that is watched"),
                Mutation.ofAlarm(
                        "missing data is bad where it says nothing",
                        "Outbound401",
                        "TreatMissingData: notBreaching",
                        "TreatMissingData: breaching",
                        "no traffic at all for a day"),
                Mutation.ofAlarm(
                        "an expression is turned",
                        "OutboundLatency",
                        "duration / baseline, 0)",
                        "baseline / duration, 0)",
                        "a provider more than twice as slow as usual"),
                Mutation.ofAlarm(
                        "a rate is of the wrong whole",
                        "SignatureFailures",
                        "100 * refused / (accepted + refused)",
                        "100 * accepted / (accepted + refused)",
                        "ordinary traffic of both providers"),
                Mutation.ofAlarm(
                        "a page leaves out an alarm",
                        "Keys",
                        "ALARM(\"${Outbound401}\")",
                        "ALARM(\"${KeyDue}\")",
                        "a leaked key that the provider revoked"),
                Mutation.ofAlarm(
                        "a page wants all of its alarms",
                        "UnderAttackOrMisconfigured",
                        "OR",
                        "AND",
                        "one refusal among many deliveries"),
                Mutation.of(
                        "an alarm watches what AWS doesn't publish",
                        DELIVERIES,
                        "Inbound5xx",
                        "MetricName: 5XXError",
                        "MetricName: 5XXErrors",
                        "6 % of attempts end in 5xx"),
                Mutation.of(
                        "an alarm watches the sum of a rate",
                        DELIVERIES,
                        "Inbound5xx",
                        "Statistic: Average",
                        "Statistic: Sum",
                        "4 % of attempts end in 5xx"),
                Mutation.of(
                        "an alarm watches the queue before the dead letters'",
                        DELIVERIES,
                        "DeadLetters",
                        "!Ref DeadLetterQueueName",
                        "!Ref DeliveryQueueName",
                        "a delivery that can't be processed, redriven later"),
                Mutation.of(
                        "refusals that were told count as errors",
                        FUNCTIONS,
                        "UntoldErrors",
                        "IF(errors > told, errors - told, 0)",
                        "IF(errors > told, errors - told, errors)",
                        "a new key that can't be one"),
                Mutation.ofLog(
                        "a log field is renamed",
                        "\"durationMs\"",
                        "\"duration\"",
                        "a leaked key that the provider revoked"),
                Mutation.ofLog(
                        "a number is quoted in the log",
                        "\"status\":401",
                        "\"status\":\"401\"",
                        "a leaked key that the provider revoked"),
                Mutation.ofLog(
                        "a log event is renamed",
                        "\"ingest_failed\"",
                        "\"ingest_failure\"",
                        "the queue is down for ten minutes"),
                Mutation.ofLog(
                        "the log's fields are nested",
                        "\"event\":",
                        "\"message\":{},\"fields.event\":",
                        "one refusal among many deliveries"));
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void aTimelineCatches(Mutation mutation, @TempDir Path copy) throws IOException {
        Timeline timeline = Timelines.named(mutation.caughtBy());

        assertThat(holds(timeline, mutation, copy)).as(timeline.name()).isFalse();
    }

    /** Whatever is broken about an alarm, there is a timeline in which it should ring. */
    @Test
    void everyAlarmRingsInSomeTimeline() {
        MonitoringDefinitions definitions = Deployed.with(Map.of("ZenooSilenceHours", "3"));
        Set<String> kinds = Stream.concat(
                        definitions.alarms().stream().map(MetricAlarm::name),
                        definitions.composites().stream().map(CompositeAlarm::name))
                .map(MutationsTest::kind)
                .collect(Collectors.toSet());

        Set<String> rung = Timelines.all().stream()
                .flatMap(timeline -> timeline.rings().keySet().stream())
                .map(MutationsTest::kind)
                .collect(Collectors.toSet());

        assertThat(rung).containsExactlyInAnyOrderElementsOf(kinds);
    }

    /** An alarm of each provider or function is defined once, for all of them. */
    private static String kind(String alarm) {
        return alarm.replaceFirst("^hookwarden-" + World.STAGE + "-", "")
                .replaceFirst("^(zenoo|jobsiteon)-", "PROVIDER-")
                .replaceFirst(
                        "^(ingest|processor|rotation|probe)-(errors|throttles|new-version-errors)$", "FUNCTION-$2");
    }

    private static boolean holds(Timeline timeline, Mutation mutation, Path copy) throws IOException {
        MonitoringDefinitions definitions = mutation.isOfTheLog()
                ? Deployed.with(timeline.parameters())
                : Deployed.read(broken(mutation, copy), timeline.parameters());
        try {
            return timeline.under(definitions, mutation.rewriting()).minutes().equals(timeline.rings());
        } catch (UndocumentedBehaviorException refused) {
            return false;
        }
    }

    private static Path broken(Mutation mutation, Path copy) throws IOException {
        Files.createDirectories(copy.resolve("infra"));
        try (Stream<Path> nested = Files.list(Deployed.CHECKOUT.resolve("infra"))) {
            Stream<Path> templates = nested.filter(file -> file.toString().endsWith(".yaml"));
            for (Path file : Stream.concat(Stream.of(Deployed.CHECKOUT.resolve("template.yaml")), templates)
                    .toList()) {
                Path relative = Deployed.CHECKOUT.relativize(file);
                String text = Files.readString(file);
                boolean isBroken = relative.toString().replace('\\', '/').equals(mutation.file());
                Files.writeString(copy.resolve(relative), isBroken ? mutation.in(text) : text);
            }
        }
        return copy;
    }
}
