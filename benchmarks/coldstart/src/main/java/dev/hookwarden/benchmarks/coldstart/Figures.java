package dev.hookwarden.benchmarks.coldstart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

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
        return quantile(0.5, values);
    }

    /** The value below which this share of them lies; between two of them in proportion (R's default, type 7). */
    static double quantile(double share, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
