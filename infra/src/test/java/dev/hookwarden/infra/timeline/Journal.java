package dev.hookwarden.infra.timeline;

import dev.hookwarden.local.cloudwatch.Monitoring;
import dev.hookwarden.local.cloudwatch.MonitoringDefinitions;
import dev.hookwarden.local.cloudwatch.filter.LogLine;
import dev.hookwarden.local.cloudwatch.filter.MetricFilter;
import dev.hookwarden.local.cloudwatch.metric.MetricId;
import dev.hookwarden.local.cloudwatch.metric.MetricStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** All that reached CloudWatch in a story, in order. What alarms make of it depends on nothing else. */
final class Journal {
    private final InstantSource clock;
    private final List<Entry> entries = new ArrayList<>();

    Journal(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void line(String logGroup, String text) {
        entries.add(new Line(clock.instant(), logGroup, text));
    }

    synchronized void sample(MetricId metric, double value) {
        entries.add(new Sample(clock.instant(), metric, value));
    }

    /**
     * What these definitions make of it, up to now.
     *
     * @param rewriting what becomes of each log line before a filter sees it
     */
    Rung under(MonitoringDefinitions definitions, UnaryOperator<String> rewriting) {
        var replayed = new Replayed();
        var monitoring = new Monitoring(definitions, replayed);
        for (Entry entry : entries) {
            replayed.now = entry.at();
            monitoring.advance();
            switch (entry) {
                case Line(Instant at, String logGroup, String text) ->
                    monitoring.log(logGroup, at, rewriting.apply(text));
                case Sample(Instant at, MetricId metric, double value) -> monitoring.metric(metric, at, value);
            }
        }
        replayed.now = clock.instant();
        monitoring.advance();
        return Rung.in(monitoring.history());
    }

    /** What the filters of these definitions publish of it. */
    synchronized MetricStore metrics(MonitoringDefinitions definitions) {
        Map<String, List<MetricFilter>> filters = definitions.filtersByLogGroup();
        MetricStore metrics = new MetricStore();
        for (Entry entry : entries) {
            if (entry instanceof Line(Instant at, String logGroup, String text)) {
                var line = new LogLine(text);
                filters.getOrDefault(logGroup, List.of()).forEach(filter -> filter.apply(line, at, metrics));
            }
        }
        return metrics;
    }

    private sealed interface Entry {
        Instant at();
    }

    private record Line(Instant at, String logGroup, String text) implements Entry {}

    private record Sample(Instant at, MetricId metric, double value) implements Entry {}

    private static final class Replayed implements InstantSource {
        private Instant now = VirtualClock.START;

        @Override
        public Instant instant() {
            return now;
        }
    }
}
