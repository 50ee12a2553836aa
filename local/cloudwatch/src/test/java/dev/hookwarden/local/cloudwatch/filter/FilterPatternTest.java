package dev.hookwarden.local.cloudwatch.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.local.cloudwatch.definition.UndocumentedBehaviorException;
import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation states without an example, what it leaves open, and what it rules out. */
final class FilterPatternTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '~', textBlock = """
            { $.a = "x*" }~{"a": "xyz"}~{"a": "zx"}
            { $.a = "*x" }~{"a": "zx"}~{"a": "xz"}
            { $.a = "*x*" }~{"a": "zxz"}~{"a": "zyz"}
            { $.a = 4* }~{"a": 404}~{"a": 504}
            { $.a != 4* }~{"a": 504}~{"a": 404}
            { $.a != "x" }~{"a": "y"}~{"a": "x"}
            { $.a-b_c = "x" }~{"a-b_c": "x"}~{"a": "x"}
            { $.a != %x% }~{"a": "y"}~{"a": "axb"}
            { $.a IS TRUE }~{"a": true}~{"a": "true"}
            { $.a IS FALSE }~{"a": false}~{"a": null}
            { $.a IS FALSE }~{"a": false}~{"b": false}
            { $.a IS NULL }~{"a": null}~{"b": 1}
            { $.a.b NOT EXISTS }~{"a": 1}~{"a": {"b": null}}
            { $.a[1] NOT EXISTS }~{"a": [1]}~{"a": [1, 2]}
            { $.a[*] > 2 }~{"a": [1, 3]}~{"a": [1, 2]}
            { $.a[*].b = 2 }~{"a": [{"b": 1}, {"b": 2}]}~{"a": {"b": 2}}
            { $.* = "x" }~{"a": 1, "b": "x"}~{"a": 1}
            { $.a = 1.0 }~{"a": 1}~{"a": 1.01}
            { $.a = 1 && ($.b = 1 || $.c = 1) }~{"a": 1, "b": 0, "c": 1}~{"a": 0, "b": 1, "c": 1}
            """)
    void matchesAsDocumented(String pattern, String matching, String other) {
        assertThat(matches(pattern, matching)).isTrue();
        assertThat(matches(pattern, other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain text", "", "[1]", "{\"a\": ", "{\"a\": 1} {}", "\"a\""})
    void matchesNothingThatIsNoJsonObject(String line) {
        assertThat(matches("{ $.a NOT EXISTS }", line)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '~', textBlock = """
            { $.a = 5 }~{"a": "5"}
            { $.a >= 5 }~{"a": "6"}
            { $.a = "5" }~{"a": 5}
            { $.a = true }~{"a": true}
            { $.a = * }~{"a": null}
            { $.a = %5% }~{"a": 5}
            { $.a != "x" }~{"b": "y"}
            { $.a != 5 }~{"a": "y"}
            { $.a != "x" }~{"a": 5}
            { $.a != "x" && $.b = "y" }~{"b": "y"}
            [a, b = 1]~x 1 z
            [a, b != 1]~x y
            """)
    void refusesToGuess(String pattern, String line) {
        assertThatExceptionOfType(UndocumentedBehaviorException.class)
                .isThrownBy(() -> matches(pattern, line))
                .withMessageContaining(pattern);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '~', textBlock = """
            { $.a = 5 }~{"a": "6"}~false
            { $.a = 5 }~{"a": true}~false
            { $.a = "x" }~{"a": 5}~false
            { $.a = "x" }~{"b": "x"}~false
            { $.a > 5 }~{"a": "five"}~false
            { $.a != "x" && $.b = "y" }~{"b": "z"}~false
            { $.b = "z" || $.a != "x" }~{"b": "z"}~true
            [a, b = 1]~w 2 z~false
            """)
    void decidesWhatTheOpenPartCannotChange(String pattern, String line, boolean expected) {
        assertThat(matches(pattern, line)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ $.a IS NOT NULL }",
                "{ $.a EXISTS }",
                "{ $.a is null }",
                "{ $.a == 1 }",
                "{ $.a > \"x\" }",
                "{ $.a >= x }",
                "{ $.a = x-y }",
                "{ $.a = x@y }",
                "{ $.a = \"x\\\"y\" }",
                "{ $.a = \"x*y\" }",
                "{ $.a = ** }",
                "{ $.a = 1 AND $.b = 2 }",
                "{ $.a = 1 & $.b = 2 }",
                "{ ($.a = 1 }",
                "{ $.a = 1 } x",
                "{ $.a = 1",
                "{ $a = 1 }",
                "{ a = 1 }",
                "{ $[0] = 1 }",
                "{ $ = 1 }",
                "{ $.a[x] = 1 }",
                "{ $.a[*].b[*] = 1 }",
                "{ $.a[*] = 1 || $.b[*] = 1 || $.c[*] = 1 || $.d[*] = 1 }",
                "{ $.a[*] != 1 }",
                "{ $.a[*] NOT EXISTS }",
                "{ }",
                "{ $.a = %x% && $.b = %y% && $.c = %z% }",
                "{ $.a = %something!% }",
                "{ $.a = %(x)% }",
                "%x*?%",
                "%[x%",
                "%é%",
                "%x% y",
                "ERROR: x",
                "-",
                "\"x",
                "[a, b = 1 && c = 2]",
                "[..., a, ...]",
                "[a",
                "[a] x"
            })
    void refusesByName(String pattern) {
        assertThatExceptionOfType(UnsupportedDefinitionException.class)
                .isThrownBy(() -> FilterPattern.parse(pattern))
                .withMessageContaining(pattern);
    }

    @Test
    void takesThreeWildcardSelectorsAndTwoRegularExpressions() {
        assertThat(matches("{ $.a[*] = %x% || $.b[*] = %y% || $.c[*] = 1 }", "{\"c\": [1]}"))
                .isTrue();
    }

    @Test
    void refusesMoreThan1024Characters() {
        String longest = "x".repeat(1024);

        assertThat(matches(longest, longest)).isTrue();
        assertThatExceptionOfType(UnsupportedDefinitionException.class)
                .isThrownBy(() -> FilterPattern.parse(longest + "x"));
    }

    @Test
    void knowsARegularExpressionFromAPercentSignInAText() {
        assertThat(FilterPattern.parse("{ $.a = %x% }").hasRegex()).isTrue();
        assertThat(FilterPattern.parse("{ $.a = \"5 % of 10 %\" }").hasRegex()).isFalse();
    }

    private static boolean matches(String pattern, String line) {
        return FilterPattern.parse(pattern).matches(new LogLine(line));
    }
}
