package dev.hookwarden.infra;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One metric filter.
 *
 * @param value what it publishes of a line: a number, or the selector of one
 */
record Filter(String logGroup, String pattern, Metric metric, String value, boolean hasDefault) {
    private static final Pattern EVENT = Pattern.compile("\\(\\$\\.event = \"([a-z0-9_]+)\"\\)");
    private static final Pattern SELECTOR = Pattern.compile("\\$\\.([A-Za-z]+)");

    static List<Filter> of(Stack root) {
        return root.resources("AWS::Logs::MetricFilter").map(Filter::of).toList();
    }

    private static Filter of(Resource resource) {
        Node transformation = resource.property("MetricTransformations").items().getFirst();
        return new Filter(
                resource.property("LogGroupName").text(),
                resource.property("FilterPattern").text(),
                new Metric(
                        transformation.at("MetricNamespace").text(),
                        transformation.at("MetricName").text(),
                        Set.of()),
                transformation.at("MetricValue").text(),
                transformation.at("DefaultValue").exists());
    }

    /** The events whose lines it counts; none for the API's access log. */
    Set<String> events() {
        return EVENT.matcher(pattern)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    /** The fields that it looks at. */
    Set<String> selectors() {
        return Stream.of(pattern, value)
                .flatMap(text -> SELECTOR.matcher(text).results())
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }
}
