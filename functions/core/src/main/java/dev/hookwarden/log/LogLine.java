package dev.hookwarden.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One log event with its fields, in the order they were added. Text is cut to {@value #MAX_TEXT} characters. */
public final class LogLine {
    /** Long enough to recognise a value, short enough that strangers can't fill a log. */
    public static final int MAX_TEXT = 256;

    private final LogEvent event;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private LogLine(LogEvent event) {
        this.event = event;
    }

    public static LogLine of(LogEvent event) {
        return new LogLine(event);
    }

    public LogLine with(String name, String value) {
        fields.put(name, cut(value));
        return this;
    }

    public LogLine with(String name, Enum<?> value) {
        return with(name, value.name().toLowerCase(Locale.ROOT));
    }

    /** Adds a number, which stays one: metric filters don't compare text with numbers. */
    public LogLine with(String name, long value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a nested object of texts. */
    public LogLine with(String name, Map<String, String> values) {
        Map<String, String> copy = new LinkedHashMap<>();
        values.forEach((key, value) -> copy.put(cut(key), cut(value)));
        fields.put(name, Collections.unmodifiableMap(copy));
        return this;
    }

    /** Adds what kind of fault it was. Never its message, which may quote what must not be shown. */
    public LogLine withFault(Throwable fault) {
        Throwable cause = fault.getCause();
        with("fault", fault.getClass().getSimpleName());
        return cause == null ? this : with("cause", cause.getClass().getSimpleName());
    }

    public LogEvent event() {
        return event;
    }

    /** The fields: texts, {@link Long}s and maps of texts. */
    public Map<String, Object> fields() {
        return Collections.unmodifiableMap(fields);
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
    }
}
