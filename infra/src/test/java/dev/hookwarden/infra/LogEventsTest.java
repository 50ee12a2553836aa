package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.CloudFormationYaml;
import dev.hookwarden.local.cloudwatch.template.Node;
import dev.hookwarden.log.LogEvent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From log lines to metric filters and back. */
class LogEventsTest {
    private static final Stack ROOT = Stack.root();

    /** Why nothing counts these. */
    private static final Map<LogEvent, String> UNCOUNTED = Map.of(
            LogEvent.RATE_LIMIT_UNAVAILABLE, "calls go on as each operation chooses, and those that don't are counted",
            LogEvent.PROBE_FAILED, "the run fails with it, and the function's errors ring",
            LogEvent.KEYRING_READ, "it is what should happen, and is read when something else has rung",
            LogEvent.PAYLOAD_NOT_DELETED, "no delivery suffers, and the bucket's lifecycle takes the payload",
            LogEvent.CANARY_REFUSED, "rotation sends the canary again, and says CANARY_REFUSED in the end",
            LogEvent.DELIVERY_DEFERRED, "it is what should happen, and oldest-message rings when it goes on",
            LogEvent.CANARY_RECEIVED, "rotation waits for the canary itself, and says CANARY_LOST",
            LogEvent.ROTATION_STEP_DONE,
                    "it is what should happen, and people follow a rotation with ./hookwarden keys",
            LogEvent.KEY_ROTATED, "the event KeyRotated on the bus tells whom it concerns");

    /** The fields of events that the function whose log is filtered does not write by itself yet. */
    private static final Map<LogEvent, Set<String>> PROMISED = Map.of(
            LogEvent.PROVIDER_API_CALL,
            Set.of("provider", "operation", "attempt", "status", "durationMs", "outcome", "reason"));

    @Test
    void everyEventIsCountedOrThereIsAReasonWhyNot() {
        assertThat(uncounted(ROOT))
                .isEqualTo(UNCOUNTED.keySet().stream().map(LogEvent::wireName).collect(Collectors.toSet()));
    }

    @Test
    void breaksWhenAnEventIsNoLongerCounted() {
        Stack broken =
                Stack.rootWith("infra/provider-metrics.yaml", template -> template.without("DeliveriesDuplicate"));

        assertThat(uncounted(broken)).contains("delivery_duplicate");
    }

    @Test
    void everyFilterCountsAnEventThatItsFunctionWritesByFieldsThatItHas() {
        assertThat(Filter.of(ROOT)).isNotEmpty();
        assertThat(mistaken(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenAFilterIsOnTheWrongLogGroup() {
        Stack broken = Stack.rootWith(
                "infra/provider-metrics.yaml",
                template ->
                        template.with("ProcessorLogGroup", "DeliveriesAccepted", "Properties", "LogGroupName", "Ref"));

        assertThat(mistaken(broken)).contains("zenoo.DeliveriesAccepted");
    }

    @Test
    void breaksWhenAFilterLooksAtAFieldThatNoLineHas() {
        Stack broken = Stack.rootWith(
                "infra/provider-metrics.yaml",
                template -> template.with(
                        List.of(Map.of("MetricName", "zenoo.DeliveryAge", "MetricValue", "$.ageMs")),
                        "DeliveryAge",
                        "Properties",
                        "MetricTransformations"));

        assertThat(mistaken(broken)).contains("zenoo.DeliveryAge");
    }

    @Test
    void breaksWhenAnEventIsMisspelt() {
        Stack broken = Stack.rootWith(
                "infra/delivery-alarms.yaml",
                template -> template.with(
                        "{ ($.event = \"ingest_failure\") }", "IngestFailed", "Properties", "FilterPattern"));

        assertThat(mistaken(broken)).contains("IngestFailed");
    }

    @Test
    void breaksWhenTheGatewayNoLongerLogsWhatIsCounted() {
        Stack broken = Stack.rootWith(
                "template.yaml",
                template -> template.with(
                        "{\"status\":$context.status}", "WebhookApi", "Properties", "AccessLogSetting", "Format"));

        assertThat(mistaken(broken)).containsExactlyInAnyOrder("GatewayNotFound", "GatewayFaults");
    }

    private static Set<String> uncounted(Stack root) {
        Set<String> counted = Filter.of(root).stream()
                .flatMap(filter -> filter.events().stream())
                .collect(Collectors.toSet());
        return Arrays.stream(LogEvent.values())
                .map(LogEvent::wireName)
                .filter(event -> !counted.contains(event))
                .collect(Collectors.toSet());
    }

    private static List<String> mistaken(Stack root) {
        return Filter.of(root).stream()
                .filter(filter -> !selectable(root, filter).containsAll(filter.selectors()))
                .map(filter -> filter.metric().name())
                .toList();
    }

    /** The fields that the lines can have which the filter is for; none when its log group has no such lines. */
    private static Set<String> selectable(Stack root, Filter filter) {
        if (filter.logGroup().endsWith("/access")) {
            return CloudFormationYaml.parse(accessLine(root)).fields().keySet();
        }
        Set<String> inAll = new HashSet<>(filter.selectors());
        filter.events().forEach(event -> inAll.retainAll(fields(root, filter.logGroup(), event)));
        return filter.events().isEmpty() ? Set.of() : inAll;
    }

    private static Set<String> fields(Stack root, String logGroup, String wireName) {
        Optional<LogEvent> event = Arrays.stream(LogEvent.values())
                .filter(known -> known.wireName().equals(wireName))
                .findFirst();
        Stream<String> written = event.stream()
                .flatMap(known -> writers(root, logGroup).flatMap(writers -> writers.fields(known).stream()));
        Stream<String> promised = event.stream().flatMap(known -> PROMISED.getOrDefault(known, Set.of()).stream());
        Set<String> fields = Stream.concat(written, promised).collect(Collectors.toSet());
        if (!fields.isEmpty()) {
            fields.add("event");
        }
        return fields;
    }

    private static Stream<LogWriters> writers(Stack root, String logGroup) {
        return LambdaFunction.of(root.template()).stream()
                .filter(function -> new Node(root.resolve(function.property("LoggingConfig", "LogGroup")))
                        .text()
                        .equals(logGroup))
                .map(LogWriters::of);
    }

    private static String accessLine(Stack root) {
        return root.template()
                .resource("WebhookApi")
                .property("AccessLogSetting", "Format")
                .text()
                .replaceAll("\\$context[.A-Za-z]+", "1");
    }
}
