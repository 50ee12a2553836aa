package dev.hookwarden.log;

/** Where log lines go. */
public interface EventLog {
    /** Writes the line, whole; never throws. */
    void write(LogLine line);
}
