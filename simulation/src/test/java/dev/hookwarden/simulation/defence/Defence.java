package dev.hookwarden.simulation.defence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A defence, how to take it away, and the test that fails then.
 *
 * @param file where it is, below the checkout
 * @param was its text there; any white space may stand for a blank
 * @param is what stands there when it is gone; {@code \n} begins a line
 * @param test class and method, joined by a hash sign
 */
record Defence(String title, Path file, String was, String is, String test) {
    /** Every defence of a list: its title at the start of a line, its fields indented below it; lines that begin with a hash sign are headings. */
    static List<Defence> in(Path list) throws IOException {
        List<Defence> defences = new ArrayList<>();
        List<String> lines = Files.readAllLines(list).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        for (int at = 0; at < lines.size(); at += 5) {
            defences.add(new Defence(
                    lines.get(at),
                    Path.of(field("file", lines.get(at + 1))),
                    field("was", lines.get(at + 2)),
                    field("is", lines.get(at + 3)),
                    field("test", lines.get(at + 4))));
        }
        return defences;
    }

    private static String field(String name, String line) {
        String text = line.strip();
        if (!text.equals(name) && !text.startsWith(name + " ")) {
            throw new IllegalArgumentException("\"" + name + "\" is expected in the line " + line);
        }
        return text.substring(name.length()).strip();
    }

    /** The file's text without the defence, or {@link IllegalArgumentException} unless it stands there exactly once. */
    String takenFrom(String source) {
        Matcher found = Pattern.compile(
                        Stream.of(was.split(" ", -1)).map(Pattern::quote).collect(Collectors.joining("\\s+")))
                .matcher(source);
        List<MatchResult> places = found.results().toList();
        if (places.size() != 1) {
            throw new IllegalArgumentException(
                    "\"" + title + "\" stands " + places.size() + " times in " + file + ", not once");
        }
        return source.substring(0, places.getFirst().start())
                + is.replace("\\n", "\n")
                + source.substring(places.getFirst().end());
    }

    String testClass() {
        return test.substring(0, test.indexOf('#'));
    }

    String testMethod() {
        return test.substring(test.indexOf('#') + 1);
    }

    /** A row of the table in {@code docs/proof.md}. */
    String row() {
        String name = file.getFileName().toString().replace(".java", "");
        return "| " + title + " | `" + name + "` | `" + test + "` |";
    }
}
