package dev.hookwarden.cli.demo;

import java.util.function.Consumer;

/** Prints each line as it comes, in columns. */
final class Table {
    private static final String FORMAT = "%-4s  %-38s  %-48s  %s";

    private final Consumer<String> out;
    private boolean asItShouldBe = true;

    Table(Consumer<String> out) {
        this.out = out;
        out.accept(FORMAT.formatted("", "what was sent", "what should come of it", "what came of it"));
    }

    void add(Line line) {
        asItShouldBe &= line.isAsItShouldBe();
        out.accept(FORMAT.formatted(line.isAsItShouldBe() ? "ok" : "NOT", line.what(), line.expected(), line.seen()));
    }

    boolean isAsItShouldBe() {
        return asItShouldBe;
    }
}
