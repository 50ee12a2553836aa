package dev.hookwarden.benchmarks.coldstart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The arithmetic of a measurement. */
final class Figures {
    private static final double NANOSECONDS = 1e6;

    private Figures() {}

    static double milliseconds(long from, long to) {
        return (to - from) / NANOSECONDS;
    }

    static String text(double figure, int digits) {
        return BigDecimal.valueOf(figure).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    /** The middle one; of an even number the mean of the two in the middle. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    static <R> double median(List<R> runs, ToDoubleFunction<R> figure) {
        return median(runs.stream().mapToDouble(figure).toArray());
    }
}
