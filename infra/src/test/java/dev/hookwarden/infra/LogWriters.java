package dev.hookwarden.infra;

import dev.hookwarden.log.LogEvent;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes that write a function's log lines, read from their class files.
 *
 * @param reachable what the function can reach
 */
record LogWriters(List<ClassModel> reachable) {
    private static final String LOG_EVENT = LogEvent.class.getName().replace('.', '/');

    static LogWriters of(LambdaFunction function) {
        return new LogWriters(ReachableClasses.from(function.handler()));
    }

    /** The names that a line of this event can have for its fields, and other texts of the classes that write it; none if nothing does. */
    Set<String> fields(LogEvent event) {
        return reachable.stream()
                .filter(model -> !model.thisClass().asInternalName().equals(LOG_EVENT))
                .filter(model -> entries(model).anyMatch(entry -> isEvent(entry, event)))
                .flatMap(LogWriters::texts)
                .collect(Collectors.toSet());
    }

    private static boolean isEvent(PoolEntry entry, LogEvent event) {
        return entry instanceof FieldRefEntry field
                && field.owner().asInternalName().equals(LOG_EVENT)
                && field.name().stringValue().equals(event.name());
    }

    private static Stream<String> texts(ClassModel model) {
        return entries(model).filter(StringEntry.class::isInstance).map(entry -> ((StringEntry) entry).stringValue());
    }

    private static Stream<PoolEntry> entries(ClassModel model) {
        Stream.Builder<PoolEntry> entries = Stream.builder();
        model.constantPool().forEach(entries::add);
        return entries.build();
    }
}
