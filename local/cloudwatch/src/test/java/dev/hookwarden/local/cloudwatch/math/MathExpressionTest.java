package dev.hookwarden.local.cloudwatch.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.local.cloudwatch.definition.UndocumentedBehaviorException;
import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tables of AWS's page on metric math, with its own series, and what it says without a table. A minus sign is a missing point.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html">Using math expressions</a>
 */
final class MathExpressionTest {
    private static final Map<String, Series> SERIES = Map.of(
            "metric1", series("1 1 0 0 -"),
            "metric2", series("30 - 0 0 30"),
            "metric3", series("0 0 20 - 20"),
            "compared1", series("30 20 0 0"),
            "compared2", series("20 - 20 -"),
            "m1", series("6 - 4 -"),
            "m2", series("3 2 0 -"),
            "none", series("- - - -"));

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            compared1 < compared2~0 0 1 0
            compared1 >= 30~1 0 0 0
            compared1 > 15 AND compared2 > 15~1 0 0 0
            IF(metric1, metric2, metric3)~30 0 20 - -
            IF(metric1, 5, metric3)~5 5 20 - -
            IF(metric1, metric2, 5)~30 0 5 5 -
            IF(1, metric2, metric3)~30 - 0 0 30
            IF(0, metric2, metric3)~0 0 20 - 20
            IF(metric1, metric2)~30 0 - - -
            IF(metric2 < 20, 10, 2)~2 - 10 10 2
            IF(0, metric2)~- - - - -
            IF(metric2 - 31, 1, 0)~1 - 1 1 1
            """)
    void followsTheTables(String expression, String expected) {
        assertThat(evaluate(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            m1 + m2~9 2 4 -
            m1 - m2~3 -2 4 -
            m1 * m2~18 0 0 -
            m1 / m2~2 0 - -
            m2 / m1~0.5 - 0 -
            5 * m1~30 - 20 -
            m1 / 0~- - - -
            100 / m2~33.333333333333336 50 - -
            -m1~-6 - -4 -
            --m1~6 - 4 -
            2 - m1 * 2 + 1~-9 - -5 -
            (2 - m1) * 2~-8 - -4 -
            m1 - 1 - 1~4 - 2 -
            12 / m1 / 2~1 - 1.5 -
            m1 == 6~1 - 0 -
            m1 != 6~0 - 1 -
            m1 <= 4~0 - 1 -
            m1 < 4~0 - 0 -
            m1 >= 6~1 - 0 -
            m1 > 6~0 - 0 -
            m1 + 1 > 6~1 - 0 -
            m1 > 5 || m2 > 1~1 1 0 -
            m1 > 5 OR m2 > 1 AND m2 < 3~1 1 0 -
            (m1 > 5 OR m2 > 1) && m2 < 3~0 1 0 -
            FILL(m1, 0)~6 0 4 0
            FILL(m1, 2 * 4)~6 8 4 8
            FILL(m1, REPEAT)~6 6 4 4
            FILL(none, REPEAT)~- - - -
            FILL(none, 1)~1 1 1 1
            SUM([m1, m2])~9 2 4 -
            SUM([m1, m2, m1])~15 2 8 -
            AVG([m1, m2])~4.5 1 2 -
            MAX([FILL(m1, 0), FILL(m2, 0)])~6 2 4 0
            MIN([FILL(m1, 0), FILL(m2, 0)])~3 0 0 0
            MAX([none, none])~- - - -
            IF(m1 + m2 > 0, 100 * m1 / (m1 + m2), 0)~66.66666666666667 0 100 -
            """)
    void treatsMissingDataAsDocumented(String expression, String expected) {
        assertThat(evaluate(expression)).isEqualTo(expected);
    }

    @Test
    void namesWhatItNeeds() {
        assertThat(MathExpression.parse("IF(total > 0, 100 * failed / total, 0)")
                        .ids())
                .containsExactlyInAnyOrder("total", "failed");
    }

    @Test
    void refusesToGuessAnExtremeOfWhatIsPartlyMissing() {
        assertThatExceptionOfType(UndocumentedBehaviorException.class)
                .isThrownBy(() -> evaluate("MAX([m1, m2])"))
                .withMessageContaining("FILL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "METRICS()",
                "SUM(METRICS())",
                "SUM(m1)",
                "MAX(m1)",
                "AVG(m1)",
                "m1 / PERIOD(m1)",
                "RATE(m1)",
                "ANOMALY_DETECTION_BAND(m1)",
                "SEARCH('x', 'Sum')",
                "FILL(m1, LINEAR)",
                "FILL(m1, m2)",
                "FILL(1, 0)",
                "SUM([m1, 2])",
                "fill(m1, 0)",
                "if(m1, 1, 0)",
                "m1 ^ 2",
                "m1 < m2 < m1",
                "m1 = 1",
                "m1 +",
                "(m1",
                "m1)",
                "M1",
                "m1 m2",
                "1 + 2",
                "IF(1, 2, 3)",
                "m1 + IF(1, 2, 3)",
                ""
            })
    void refusesByName(String expression) {
        assertThatExceptionOfType(UnsupportedDefinitionException.class)
                .isThrownBy(() -> MathExpression.parse(expression))
                .withMessageNotContaining("Exception");
    }

    private static String evaluate(String expression) {
        return MathExpression.parse(expression).in(SERIES::get).points().stream()
                .map(point -> point.isPresent() ? text(point.getAsDouble()) : "-")
                .collect(Collectors.joining(" "));
    }

    private static String text(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static Series series(String points) {
        return new Series(Arrays.stream(points.split(" ", -1))
                .map(point -> point.equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(point)))
                .toList());
    }
}
