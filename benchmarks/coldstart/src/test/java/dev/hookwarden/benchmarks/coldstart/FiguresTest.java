package dev.hookwarden.benchmarks.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void takesTheMiddleOne() {
        assertThat(Figures.median(9, 1, 5)).isEqualTo(5);
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddle() {
        assertThat(Figures.median(1, 9, 3, 5)).isEqualTo(4);
    }

    @Test
    void takesAQuartileInProportionBetweenTheTwoBesideIt() {
        // R: quantile(c(9, 1, 3, 5), c(0.25, 0.75))
        assertThat(Figures.quantile(0.25, 9, 1, 3, 5)).isEqualTo(2.5);
        assertThat(Figures.quantile(0.75, 9, 1, 3, 5)).isEqualTo(6);
    }

    @Test
    void takesTheOnlyOneForEachQuartile() {
        assertThat(Figures.quantile(0.25, 7)).isEqualTo(7);
        assertThat(Figures.quantile(0.75, 7)).isEqualTo(7);
    }

    @Test
    void leavesTheOrderOfWhatItWasGiven() {
        double[] values = {3, 1, 2};

        Figures.median(values);

        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void countsInMilliseconds() {
        assertThat(Figures.milliseconds(1_000_000, 3_500_000)).isEqualTo(2.5);
    }
}
