package dev.hookwarden.benchmarks.coldstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Medians of runs, a line for each subject, in Markdown. A column that is compared has the first and the third quartile in brackets, and one of
 * ratios to the yardstick beside it.
 *
 * @param columns from left to right
 */
record Table<R>(List<Column<R>> columns) {
    private static final String YARDSTICK = "usual";
    private static final int RATIO_DIGITS = 3;

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
            line.append(' ').append(column.of(own)).append(" |");
            if (column.compared()) {
                double ratio = column.median(own) / column.median(runs.getOrDefault(YARDSTICK, List.of()));
                line.append(' ').append(Figures.text(ratio, RATIO_DIGITS)).append(" |");
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
    record Column<R>(String heading, int digits, boolean compared, ToDoubleFunction<R> figure) {
        private String of(List<R> runs) {
            String median = text(0.5, runs);
            return compared ? median + " (" + text(0.25, runs) + "-" + text(0.75, runs) + ")" : median;
        }

        private double median(List<R> runs) {
            return quantile(0.5, runs);
        }

        private String text(double share, List<R> runs) {
            return Figures.text(quantile(share, runs), digits);
        }

        private double quantile(double share, List<R> runs) {
            return Figures.quantile(share, runs.stream().mapToDouble(figure).toArray());
        }
    }
}
