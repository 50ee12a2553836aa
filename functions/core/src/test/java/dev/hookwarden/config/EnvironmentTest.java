package dev.hookwarden.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    @Test
    void readsText() {
        assertThat(holding("deliveries").text("NAME")).isEqualTo("deliveries");
    }

    @Test
    void dropsWhiteSpaceAroundText() {
        assertThat(holding(" deliveries\n").text("NAME")).isEqualTo("deliveries");
    }

    @Test
    void refusesMissingVariableByName() {
        assertThatThrownBy(() -> new Environment(Map.of()).text("NAME"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The environment variable NAME is not set: give it a value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void refusesBlankVariable(String value) {
        assertThatThrownBy(() -> holding(value).text("NAME")).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void readsDuration() {
        assertThat(holding("P15D").duration("NAME")).isEqualTo(Duration.ofDays(15));
        assertThat(holding("PT2.5S").duration("NAME")).isEqualTo(Duration.ofMillis(2500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "15 days", "P1M", "PT0S", "PT-1S"})
    void refusesMalformedDuration(String value) {
        assertRefused(() -> holding(value).duration("NAME"), value, "ISO 8601");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "10", "0000010"})
    void readsWholeNumber(String value) {
        assertThat(holding(value).wholeNumber("NAME", 1, 10)).isEqualTo(Integer.parseInt(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "-1", "+1", "1.0", "1e1", "ten", "\u0661", "99999999999"})
    void refusesWhatIsNoWholeNumberOrTooFarFromIt(String value) {
        assertRefused(() -> holding(value).wholeNumber("NAME", 1, 10), value, "from 1 to 10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com",
                "https://api.example.com/v1",
                "http://127.0.0.1:3000/_providers/zenoo",
                "http://localhost:3000",
                "http://[::1]:3000"
            })
    void readsAddressToPutPathsBehind(String value) {
        assertThat(holding(value).webAddress("NAME")).isEqualTo(URI.create(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com",
                "http://127.0.0.1.example.com",
                "ftp://127.0.0.1",
                "https://example.com/",
                "https://user@api.example.com",
                "https://api.example.com?to=elsewhere",
                "https://api.example.com#here"
            })
    void refusesAddressThatAKeyMustNotGoTo(String value) {
        assertRefused(() -> holding(value).webAddress("NAME"), value, "https address");
    }

    @Test
    void readsWholeNumberThatNeedNotBeThere() {
        assertThat(holding("50").wholeNumberOrZero("NAME", 100)).isEqualTo(50);
        assertThat(holding(" ").wholeNumberOrZero("NAME", 100)).isZero();
        assertThat(new Environment(Map.of()).wholeNumberOrZero("NAME", 100)).isZero();
        assertRefused(() -> holding("101").wholeNumberOrZero("NAME", 100), "101", "whole number");
    }

    @Test
    void readsAddress() {
        assertThat(holding("https://example.com/queue").uri("NAME")).isEqualTo(URI.create("https://example.com/queue"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com/queue", "https:///queue", "https://exam ple.com", "mailto:queue"})
    void refusesMalformedAddress(String value) {
        assertRefused(() -> holding(value).uri("NAME"), value, "absolute address");
    }

    @Test
    void readsList() {
        assertThat(holding("zenoo, jobsiteon").commaList("NAME")).containsExactly("zenoo", "jobsiteon");
        assertThat(holding("zenoo").commaList("NAME")).containsExactly("zenoo");
    }

    @ParameterizedTest
    @ValueSource(strings = {",zenoo", "zenoo,", "zenoo,,jobsiteon", ","})
    void refusesListWithEmptyValue(String value) {
        assertThatThrownBy(() -> holding(value).commaList("NAME"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("NAME");
    }

    private static Environment holding(String value) {
        return new Environment(Map.of("NAME", value));
    }

    /** The value is not repeated: somebody may have pasted a key there. */
    private static void assertRefused(ThrowingCallable reading, String value, String expected) {
        assertThatThrownBy(reading)
                .isInstanceOf(ConfigurationException.class)
                .hasNoCause()
                .hasMessageContaining("NAME")
                .hasMessageContaining(expected)
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain(" " + value);
    }
}
