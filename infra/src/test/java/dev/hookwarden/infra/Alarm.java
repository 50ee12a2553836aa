package dev.hookwarden.infra;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One alarm, of one metric, of several, or of other alarms. */
record Alarm(Resource resource) {
    private static final Pattern CHILD = Pattern.compile("ALARM\\(\"([^\"]+)\"\\)");
    private static final Pattern RUNBOOK = Pattern.compile(" Runbook: ([a-z0-9-]+)$");

    /** Those of metrics. */
    static List<Alarm> ofMetrics(Stack root) {
        return root.resources("AWS::CloudWatch::Alarm").map(Alarm::new).toList();
    }

    /** Those of other alarms. */
    static List<Alarm> composite(Stack root) {
        return root.resources("AWS::CloudWatch::CompositeAlarm").map(Alarm::new).toList();
    }

    static List<Alarm> all(Stack root) {
        return Stream.concat(ofMetrics(root).stream(), composite(root).stream()).toList();
    }

    String name() {
        return resource.property("AlarmName").text();
    }

    String description() {
        return resource.property("AlarmDescription").text();
    }

    /** The runbook's heading for it; empty when the description names none. */
    String heading() {
        return RUNBOOK.matcher(description())
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElse("");
    }

    Set<Metric> metrics() {
        return stats().map(Metric::of).collect(Collectors.toSet());
    }

    /** The periods of its metrics, in seconds. */
    Set<Integer> periods() {
        Stream<Node> periods = Stream.concat(
                Stream.of(resource.property("Period")),
                resource.property("Metrics").items().stream().map(metric -> metric.at("MetricStat", "Period")));
        return periods.filter(Node::exists).map(Node::number).collect(Collectors.toSet());
    }

    /** The names of the alarms that it is made of. */
    List<String> children() {
        return CHILD.matcher(resource.property("AlarmRule").text())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private Stream<Node> stats() {
        return resource.property("MetricName").exists()
                ? Stream.of(resource.body().at("Properties"))
                : resource.property("Metrics").items().stream()
                        .filter(metric -> metric.at("MetricStat").exists())
                        .map(metric -> metric.at("MetricStat", "Metric"));
    }
}
