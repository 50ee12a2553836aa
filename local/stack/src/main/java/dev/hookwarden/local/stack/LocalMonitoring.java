package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.hookwarden.local.cloudwatch.Monitoring;
import dev.hookwarden.local.cloudwatch.alarm.AlarmStatus;
import dev.hookwarden.local.cloudwatch.definition.UndocumentedBehaviorException;
import dev.hookwarden.local.cloudwatch.metric.MetricId;
import dev.hookwarden.local.cloudwatch.template.CloudFormationYaml;
import dev.hookwarden.local.cloudwatch.template.MonitoringTemplates;
import dev.hookwarden.local.cloudwatch.template.Node;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.JsonEventLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The metric filters and alarms that template.yaml deploys with every provider switched on, evaluated over what happens here. Its clock can be
 * moved on.
 */
final class LocalMonitoring {
    private static final String STAGE = "local";

    private final MovableClock clock;
    private final Monitoring monitoring;

    /** @param checkout where template.yaml is, with the templates that it takes in below it */
    LocalMonitoring(Path checkout, InstantSource real) {
        this.clock = new MovableClock(real);
        Path template = checkout.resolve("template.yaml");
        this.monitoring = new Monitoring(MonitoringTemplates.read(template, parameters(template)), clock);
    }

    /** What switches a provider on ends in {@code Enabled}. */
    private static Map<String, String> parameters(Path template) {
        Map<String, String> parameters = new HashMap<>(Map.of("Stage", STAGE));
        read(template).at("Parameters").fields().keySet().stream()
                .filter(name -> name.endsWith("Enabled"))
                .forEach(name -> parameters.put(name, "true"));
        return parameters;
    }

    private static Node read(Path template) {
        try {
            return CloudFormationYaml.parse(Files.readString(template));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private EventLog log(String function) {
        return line -> {
            var text = new ByteArrayOutputStream();
            new JsonEventLog(new PrintStream(text, true, StandardCharsets.UTF_8), clock).write(line);
            log(function, text.toString(StandardCharsets.UTF_8));
        };
    }

    /** A function's log with its log group beside it. */
    EventLog beside(EventLog log, String function) {
        return new Tee(List.of(log, log(function)));
    }

    /** One line in the log group of this name. */
    void log(String group, String line) {
        try {
            monitoring.log("/hookwarden/" + STAGE + "/" + group, clock.instant(), line);
        } catch (UndocumentedBehaviorException unclear) {
            System.err.println("hookwarden: " + unclear.getMessage());
        }
    }

    /** One sample of a metric that AWS publishes by itself. */
    void metric(MetricId metric, double value) {
        monitoring.metric(metric, clock.instant(), value);
    }

    /** Evaluates each minute that has ended. */
    void evaluate() {
        monitoring.advance();
    }

    /** Moves the clock on, and evaluates what that ends. */
    void moveOn(Duration span) {
        clock.moveOn(span);
        evaluate();
    }

    /** One object for each alarm, those whose state changed last at the end. */
    ArrayNode alarms() {
        ArrayNode alarms = LocalJson.array();
        monitoring.alarms().stream()
                .sorted(Comparator.comparing(AlarmStatus::since).thenComparing(AlarmStatus::name))
                .forEach(alarm -> alarms.addObject()
                        .put("name", alarm.name())
                        .put("state", alarm.state().name())
                        .put("reason", alarm.reason())
                        .put("since", alarm.since().toString()));
        return alarms;
    }
}
