package dev.hookwarden.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a list smaller as long as something still holds for it (Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input"). */
final class Subsets {
    private Subsets() {}

    /**
     * A smaller list for which it still holds; the smallest that was found with so many looks.
     *
     * @param all it must hold for this
     */
    static <T> List<T> smallest(List<T> all, Predicate<List<T>> holds, int looks) {
        List<T> smallest = all;
        int parts = 2;
        int left = looks;
        while (smallest.size() > 1 && parts <= smallest.size() && left > 0) {
            boolean found = false;
            for (int part = 0; part < parts && left > 0 && !found; part++, left--) {
                List<T> fewer = without(smallest, part, parts);
                if (holds.test(fewer)) {
                    smallest = fewer;
                    found = true;
                }
            }
            parts = found ? Math.max(2, parts - 1) : nextParts(parts, smallest.size());
        }
        return smallest;
    }

    private static int nextParts(int parts, int size) {
        return parts == size ? size + 1 : Math.min(size, parts * 2);
    }

    private static <T> List<T> without(List<T> all, int part, int parts) {
        int from = (int) ((long) all.size() * part / parts);
        int to = (int) ((long) all.size() * (part + 1) / parts);
        List<T> rest = new ArrayList<>(all.subList(0, from));
        rest.addAll(all.subList(to, all.size()));
        return rest;
    }
}
