package dev.hookwarden.local.cloudwatch.filter;

/** What a pattern, or a part of one, says of a log line. */
@FunctionalInterface
interface Condition {

    Verdict on(LogLine line);

    default Condition and(Condition other) {
        return line -> on(line).and(other.on(line));
    }

    default Condition or(Condition other) {
        return line -> on(line).or(other.on(line));
    }
}
