package dev.hookwarden.local.stack;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogLine;
import java.util.List;

/** Writes each line to several logs. */
record Tee(List<EventLog> logs) implements EventLog {
    Tee {
        logs = List.copyOf(logs);
    }

    @Override
    public void write(LogLine line) {
        logs.forEach(log -> log.write(line));
    }
}
