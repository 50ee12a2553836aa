package dev.hookwarden.benchmarks.coldstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Medians of runs, a line for each subject, in Markdown; a column of ratios to the yardstick stands beside each that is compared.
 *
 * @param columns from left to right
 */
record Table<R>(List<Column<R>> columns) {
    private static final String YARDSTICK = "usual";

    Table {
        columns = List.copyOf(columns);
    }

    List<String> lines(Map<String, List<R>> runs) {
        List<String> lines = new ArrayList<>();
        StringBuilder heading = new StringBuilder("| |");
        for (Column<R> column : columns) {
            heading.append(' ').append(column.heading()).append(" |");
            heading.append(column.compared() ? " ratio |" : "");
        }
        lines.add(heading.toString());
        lines.add(heading.toString().replaceAll("[^|]+", "---"));
        runs.forEach((name, own) -> lines.add(line(name, own, runs)));
        return lines;
    }

    private String line(String name, List<R> own, Map<String, List<R>> runs) {
        StringBuilder line = new StringBuilder("| ").append(name).append(" |");
        for (Column<R> column : columns) {
            double median = Figures.median(own, column.figure());
            line.append(' ').append(Figures.text(median, column.digits())).append(" |");
            if (column.compared()) {
                double yardstick = Figures.median(runs.getOrDefault(YARDSTICK, List.of()), column.figure());
                line.append(' ').append(Figures.text(median / yardstick, 2)).append(" |");
            }
        }
        return line.toString();
    }

    /**
     * One figure.
     *
     * @param digits behind the point
     * @param compared whether to the yardstick
     */
    record Column<R>(String heading, int digits, boolean compared, ToDoubleFunction<R> figure) {}
}
