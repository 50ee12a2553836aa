package dev.hookwarden.local.cloudwatch.filter;

import dev.hookwarden.local.cloudwatch.definition.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The condition on one field between spaces: alternatives, each of comparisons that must all hold. */
record Field(List<List<Comparison>> alternatives) {
    private static final Pattern NAME = Pattern.compile("\\w+");
    private static final Pattern END = Pattern.compile("(?=[,\\]])");

    /** The next field's condition; empty when it has none. */
    static Optional<Field> next(Cursor cursor) {
        String name = cursor.take(NAME).map(MatchResult::group).orElse("");
        if (cursor.take(END).isPresent()) {
            return Optional.empty();
        }
        List<List<Comparison>> alternatives = new ArrayList<>();
        alternatives.add(allOf(name, cursor));
        while (cursor.take("||")) {
            same(name, cursor);
            alternatives.add(allOf(name, cursor));
        }
        return Optional.of(new Field(List.copyOf(alternatives)));
    }

    Verdict on(String word) {
        return alternatives.stream()
                .map(all -> all.stream().map(one -> one.on(word)).reduce(Verdict.MATCH, Verdict::and))
                .reduce(Verdict.NO_MATCH, Verdict::or);
    }

    private static List<Comparison> allOf(String name, Cursor cursor) {
        List<Comparison> all = new ArrayList<>();
        all.add(Comparison.next(cursor));
        while (cursor.take("&&")) {
            same(name, cursor);
            all.add(Comparison.next(cursor));
        }
        return List.copyOf(all);
    }

    private static void same(String name, Cursor cursor) {
        if (!cursor.take(NAME).map(MatchResult::group).equals(Optional.of(name))) {
            throw cursor.refusal("a condition on another field than " + name);
        }
    }
}
