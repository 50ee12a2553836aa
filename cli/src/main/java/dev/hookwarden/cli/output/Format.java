package dev.hookwarden.cli.output;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The option of commands that print facts: a table for people, or JSON. */
public final class Format {
    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    public boolean isJson() {
        return json;
    }

    /** Prints the facts in the form that was asked for. The rows have as many cells each as the first. */
    public void print(PrintWriter out, Object facts, Supplier<List<List<String>>> rows) {
        if (json) {
            out.println(JsonText.of(facts));
        } else {
            Columns.print(out, rows.get());
        }
    }
}
