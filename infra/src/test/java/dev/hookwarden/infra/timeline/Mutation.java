package dev.hookwarden.infra.timeline;

import java.util.function.UnaryOperator;

/**
 * One mistake in a template or in the log, and the timeline that must fail by it.
 *
 * @param file the template with the mistake; empty for one in the log
 * @param section what stands before the mistake in that template, so that it is made there and not before
 * @param right what is there
 * @param wrong what is there by mistake
 */
record Mutation(String name, String file, String section, String right, String wrong, String caughtBy) {
    private static final String ALARMS = "infra/provider-alarms.yaml";
    private static final String METRICS = "infra/provider-metrics.yaml";

    static Mutation ofAlarm(String name, String alarm, String right, String wrong, String caughtBy) {
        return new Mutation(name, ALARMS, "\n  " + alarm + ":\n", right, wrong, caughtBy);
    }

    static Mutation ofFilter(String name, String filter, String right, String wrong, String caughtBy) {
        return new Mutation(name, METRICS, "\n  " + filter + ":\n", right, wrong, caughtBy);
    }

    static Mutation of(String name, String file, String section, String right, String wrong, String caughtBy) {
        return new Mutation(name, file, "\n  " + section + ":\n", right, wrong, caughtBy);
    }

    static Mutation ofLog(String name, String right, String wrong, String caughtBy) {
        return new Mutation(name, "", "", right, wrong, caughtBy);
    }

    boolean isOfTheLog() {
        return file.isEmpty();
    }

    /** The template with the mistake. */
    String in(String template) {
        int from = template.indexOf(section);
        int at = from < 0 ? -1 : template.indexOf(right, from);
        if (at < 0) {
            throw new IllegalStateException("Nothing to break: " + this + ". Template and mutation must go together");
        }
        return template.substring(0, at) + wrong + template.substring(at + right.length());
    }

    /** What becomes of each log line. */
    UnaryOperator<String> rewriting() {
        return isOfTheLog() ? line -> line.replace(right, wrong) : UnaryOperator.identity();
    }

    @Override
    public String toString() {
        return name;
    }
}
