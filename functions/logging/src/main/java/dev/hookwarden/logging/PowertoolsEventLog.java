package dev.hookwarden.logging;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;
import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.json;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.JsonFields;
import dev.hookwarden.log.LogLine;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes each line to standard output as one JSON object under 4 KB: timestamp, level, event and the fields, and beside them what Powertools knows
 * of the invocation, if the handler runs inside {@code PowertoolsLogging.withLogging} (docs.aws.amazon.com/powertools/java/latest/core/logging).
 * A field that would make the line longer is left out, and {@code truncated} says so.
 */
public final class PowertoolsEventLog implements EventLog {
    /** In bytes; what stands beside the fields is shorter than the rest of 4 KB. */
    static final int ROOM_FOR_FIELDS = 3072;

    private static final Logger LOG = LoggerFactory.getLogger(PowertoolsEventLog.class);

    @Override
    public void write(LogLine line) {
        String event = line.event().wireName();
        List<Object> fields = new ArrayList<>();
        fields.add(entry("event", event));
        // As JSON of our own making: Powertools 2.9.0 writes control characters into its JSON as they are.
        JsonFields.of(line, ROOM_FOR_FIELDS).forEach((name, value) -> fields.add(json(name, value)));
        LOG.atLevel(Level.valueOf(line.event().level().name())).log(event, fields.toArray());
    }
}
