package dev.hookwarden.benchmarks.coldstart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Something that is started and invoked.
 *
 * @param folder what it is started in
 * @param event what it is invoked with, each time
 * @param isRight whether this is the answer that it should give
 */
record Subject(
        String name,
        Path folder,
        List<String> command,
        Map<String, String> environment,
        String event,
        Predicate<RuntimeCall> isRight) {
    Subject {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The same, started by another command that is given this one. */
    Subject startedBy(List<String> prefix) {
        List<String> longer = new ArrayList<>(prefix);
        longer.addAll(command);
        return new Subject(name, folder, longer, environment, event, isRight);
    }

    Subject with(Map<String, String> variables) {
        Map<String, String> more = new HashMap<>(environment);
        more.putAll(variables);
        return new Subject(name, folder, command, more, event, isRight);
    }
}
