package dev.hookwarden.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The first table below a heading of a document of ours.
 *
 * @param rows the cells of each row after its first, by its first
 */
record MarkdownTable(Map<String, List<String>> rows) {
    private static final Pattern RULE = Pattern.compile("[|: -]+");

    static MarkdownTable below(String heading, String document) throws IOException {
        String text = Files.readString(Templates.CHECKOUT.resolve(document));
        String section = text.split("\n" + Pattern.quote(heading) + "\n", 2)[1].split("\n## ", 2)[0];
        Map<String, List<String>> rows = new LinkedHashMap<>();
        section.lines()
                .dropWhile(line -> !RULE.matcher(line).matches() || line.isBlank())
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(MarkdownTable::cells)
                .forEach(cells -> rows.put(cells.getFirst(), cells.subList(1, cells.size())));
        return new MarkdownTable(rows);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    /** The cells of this row, without its first. */
    List<String> of(String row) {
        return Objects.requireNonNull(rows.get(row), row);
    }

    /** The number in this column of this row; the column after the first is 0. */
    double number(String row, int column) {
        return Double.parseDouble(of(row).get(column).replace(",", ""));
    }
}
