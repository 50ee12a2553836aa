package dev.hookwarden.processor;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import java.util.ArrayList;
import java.util.List;

/** Keeps the lines. */
final class RecordedLog implements EventLog {
    private final List<LogLine> lines = new ArrayList<>();

    @Override
    public void write(LogLine line) {
        lines.add(line);
    }

    List<LogEvent> events() {
        return lines.stream().map(LogLine::event).toList();
    }

    LogLine only() {
        if (lines.size() != 1) {
            throw new AssertionError("Not one line but " + lines.size());
        }
        return lines.getFirst();
    }

    List<LogLine> lines() {
        return lines;
    }

    String text() {
        return lines.stream().map(LogLine::fields).toList().toString();
    }
}
