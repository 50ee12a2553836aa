package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.CloudFormationYaml;
import dev.hookwarden.local.cloudwatch.template.Node;
import dev.hookwarden.log.LogEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The sample lines by which infra/verify-on-aws.d/metric-filters tries the deployed filters. */
class LogLinesTest {
    private static final Stack ROOT = Stack.root();

    /** What lines have by themselves, and what they have by {@link dev.hookwarden.log.LogLine#withFault}. */
    private static final Set<String> OF_EVERY_LINE = Set.of("timestamp", "level", "event", "message", "fault", "cause");

    private record Line(List<String> groups, List<String> metrics, String text) {
        /** Not the access log's, nor Lambda's own. */
        boolean hasEvent() {
            return text.contains("\"event\":");
        }

        Node json() {
            return CloudFormationYaml.parse(text);
        }
    }

    @Test
    void everyFilterHasLinesThatItCounts() throws IOException {
        List<Line> lines = lines();

        assertThat(Filter.of(ROOT)).allSatisfy(filter -> {
            String group = filter.logGroup().substring(filter.logGroup().lastIndexOf('/') + 1);
            String metric = filter.metric().name().replaceFirst("^[a-z]+\\.", "");
            assertThat(lines)
                    .as(group + " " + metric)
                    .anyMatch(line ->
                            line.groups().contains(group) && line.metrics().contains(metric));
        });
    }

    @Test
    void everyLineNamesMetricsThatThereAreAndAnEventThatThereIs() throws IOException {
        Set<String> metrics = Filter.of(ROOT).stream()
                .map(filter -> filter.metric().name().replaceFirst("^[a-z]+\\.", ""))
                .collect(Collectors.toSet());
        Set<String> events =
                Arrays.stream(LogEvent.values()).map(LogEvent::wireName).collect(Collectors.toSet());

        assertThat(lines()).allSatisfy(line -> {
            assertThat(line.metrics()).allMatch(metric -> metric.equals("-") || metrics.contains(metric));
            if (line.hasEvent()) {
                assertThat(events).contains(line.json().at("event").text());
            }
        });
    }

    /** As far as a function of ours writes its event by now. */
    @Test
    void everyLineHasTheFieldsThatItsWriterGivesIt() throws IOException {
        assertThat(lines()).filteredOn(Line::hasEvent).allSatisfy(line -> {
            Set<String> known = LambdaFunction.of(ROOT.template()).stream()
                    .filter(function -> line.groups().contains(module(function)))
                    .flatMap(function -> LogWriters.of(function).fields(event(line)).stream())
                    .collect(Collectors.toSet());
            Set<String> fields = line.json().fields().keySet();
            if (!known.isEmpty()) {
                assertThat(fields).allMatch(field -> OF_EVERY_LINE.contains(field) || known.contains(field));
            }
        });
    }

    private static LogEvent event(Line line) {
        return LogEvent.valueOf(line.json().at("event").text().toUpperCase(Locale.ROOT));
    }

    private static String module(LambdaFunction function) {
        return function.property("CodeUri").text().split("/", -1)[1];
    }

    private static List<Line> lines() throws IOException {
        return Files.readAllLines(Templates.CHECKOUT.resolve("events/log-lines.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(columns ->
                        new Line(List.of(columns[0].split(",", -1)), List.of(columns[1].split(",", -1)), columns[2]))
                .toList();
    }
}
