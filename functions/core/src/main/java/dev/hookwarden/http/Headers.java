package dev.hookwarden.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The headers of one attempt, looked up without regard to case; immutable. {@code FOO} and {@code foo} are one header with two values. */
public final class Headers {
    private final Map<String, List<String>> valuesByName;

    private Headers(Map<String, List<String>> valuesByName) {
        this.valuesByName = valuesByName;
    }

    /** Headers with one value each, as a client sets them. */
    public static Headers of(Map<String, String> values) {
        Builder builder = new Builder();
        values.forEach(builder::add);
        return builder.build();
    }

    /** Every value of the header, in the order sent; empty when it was not sent. */
    public List<String> all(String name) {
        return valuesByName.getOrDefault(lowerCase(name), List.of());
    }

    /** The same headers with these values of one in place of those that it had. */
    public Headers with(String name, List<String> values) {
        Map<String, List<String>> copy = new TreeMap<>(valuesByName);
        copy.put(lowerCase(name), List.copyOf(values));
        return new Headers(copy);
    }

    /** The names that were sent, in lower case and sorted. */
    public Set<String> names() {
        return valuesByName.keySet();
    }

    /** Names only: values may hold signatures and credentials. */
    @Override
    public String toString() {
        return "Headers" + names();
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Collects headers one value at a time. */
    public static final class Builder {
        private final Map<String, List<String>> valuesByName = new TreeMap<>();

        /** Adds one more value of a header. */
        public Builder add(String name, String value) {
            valuesByName
                    .computeIfAbsent(lowerCase(name), any -> new ArrayList<>(1))
                    .add(value);
            return this;
        }

        /** The headers added so far; later additions don't reach what was built. */
        public Headers build() {
            Map<String, List<String>> copy = new TreeMap<>();
            valuesByName.forEach((name, values) -> copy.put(name, List.copyOf(values)));
            return new Headers(copy);
        }
    }
}
