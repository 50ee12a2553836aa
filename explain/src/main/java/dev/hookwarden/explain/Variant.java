package dev.hookwarden.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * Something as it should be, or as a mistake would have made it.
 *
 * @param causes the mistakes; none for what should be
 */
record Variant<T>(T value, List<Cause> causes) {
    static <T> Variant<T> plain(T value) {
        return new Variant<>(value, List.of());
    }

    static List<Cause> joined(List<Cause> some, List<Cause> more) {
        List<Cause> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
