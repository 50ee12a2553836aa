package dev.hookwarden.local.cloudwatch;

import dev.hookwarden.local.cloudwatch.alarm.AlarmStatus;
import dev.hookwarden.local.cloudwatch.alarm.CompositeAlarm;
import dev.hookwarden.local.cloudwatch.alarm.MetricAlarm;
import dev.hookwarden.local.cloudwatch.filter.LogLine;
import dev.hookwarden.local.cloudwatch.filter.MetricFilter;
import dev.hookwarden.local.cloudwatch.metric.MetricId;
import dev.hookwarden.local.cloudwatch.metric.MetricStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * CloudWatch for the definitions that it is given: log events and metrics go in, the alarms' states come out. It is moved on by {@link
 * #advance}, over each minute that has ended. On AWS data arrives some time after it happened; here it is there at once.
 */
public final class Monitoring {
    private final MonitoringDefinitions definitions;
    private final Map<String, List<MetricFilter>> filters;
    private final Duration longestRange;
    private final InstantSource clock;
    private final MetricStore metrics = new MetricStore();
    private final AlarmBook book = new AlarmBook();
    private Instant evaluated;

    /** Starts with all alarms in INSUFFICIENT_DATA. */
    public Monitoring(MonitoringDefinitions definitions, InstantSource clock) {
        this.definitions = definitions;
        this.filters = definitions.filtersByLogGroup();
        this.longestRange = definitions.alarms().stream()
                .map(MetricAlarm::range)
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
        this.clock = clock;
        this.evaluated = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Stream.concat(
                        definitions.alarms().stream().map(MetricAlarm::name),
                        definitions.composites().stream().map(CompositeAlarm::name))
                .forEach(name -> book.open(name, clock.instant()));
    }

    /**
     * Takes one log event.
     *
     * @param logGroup its name; one without filters is none of ours
     * @param line the event's message
     * @throws dev.hookwarden.local.cloudwatch.definition.UndocumentedBehaviorException when a filter's outcome depends on what AWS does
     *     not document; filters before it have counted the event
     */
    public synchronized void log(String logGroup, Instant at, String line) {
        List<MetricFilter> concerned = filters.getOrDefault(logGroup, List.of());
        if (!concerned.isEmpty()) {
            var parsed = new LogLine(line);
            concerned.forEach(filter -> filter.apply(parsed, at, metrics));
        }
    }

    /** Takes one sample of a metric that an AWS service publishes. */
    public synchronized void metric(MetricId metric, Instant at, double sample) {
        metrics.put(metric, at, sample);
    }

    /** Evaluates every alarm at the end of each minute that has ended since the last time. */
    public synchronized void advance() {
        Instant now = clock.instant();
        for (Instant end = evaluated.plus(1, ChronoUnit.MINUTES);
                !end.isAfter(now);
                end = end.plus(1, ChronoUnit.MINUTES)) {
            evaluate(end);
            evaluated = end;
        }
        metrics.forget(evaluated.minus(longestRange));
    }

    /** Every alarm as of the last evaluated minute, the composite ones last. */
    public synchronized List<AlarmStatus> alarms() {
        return book.all();
    }

    /**
     * One alarm as of the last evaluated minute.
     *
     * @throws java.util.NoSuchElementException when no alarm has this name
     */
    public synchronized AlarmStatus alarm(String name) {
        return book.status(name);
    }

    /** The changes of state of the last 30 days, the oldest first. */
    public synchronized List<AlarmTransition> history() {
        return book.history();
    }

    private void evaluate(Instant end) {
        definitions.alarms().stream()
                .filter(alarm -> alarm.isDue(end))
                .forEach(alarm ->
                        alarm.judge(end, metrics).ifPresent(judgement -> book.enter(alarm.name(), judgement, end)));
        definitions
                .composites()
                .forEach(composite -> book.enter(composite.name(), composite.judge(book.states()), end));
    }
}
