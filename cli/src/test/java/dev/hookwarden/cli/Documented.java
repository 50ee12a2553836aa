package dev.hookwarden.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What docs/commands.md says. */
public final class Documented {
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");

    private Documented() {}

    /** Its lines. */
    static List<String> lines() {
        try {
            return Files.readAllLines(Path.of(System.getProperty("hookwarden.root", ".."), "docs", "commands.md"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The fields in the last column of a table's line, which is found by its beginning. */
    public static List<String> fields(String beginning) {
        String line = lines().stream()
                .filter(each -> each.startsWith(beginning))
                .findFirst()
                .orElseThrow();
        return WORD.matcher(line.substring(line.lastIndexOf('|', line.length() - 2)))
                .results()
                .map((MatchResult word) -> word.group(1))
                .toList();
    }
}
