package dev.hookwarden.local.cloudwatch.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The functions and examples of the API reference.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html">PutCompositeAlarm</a>
 */
final class AlarmRuleTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            ALARM(CPUUtilizationTooHigh) AND ALARM(DiskReadOpsTooHigh), ALARM, ALARM, OK, true
            ALARM(CPUUtilizationTooHigh) AND ALARM(DiskReadOpsTooHigh), ALARM, OK, OK, false
            ALARM(CPUUtilizationTooHigh) AND NOT ALARM(DiskReadOpsTooHigh), ALARM, OK, OK, true
            ALARM(CPUUtilizationTooHigh) AND NOT ALARM(DiskReadOpsTooHigh), ALARM, ALARM, OK, false
            (ALARM(CPUUtilizationTooHigh) OR ALARM(DiskReadOpsTooHigh)) AND OK(NetworkOutTooHigh), OK, ALARM, OK, true
            (ALARM(CPUUtilizationTooHigh) OR ALARM(DiskReadOpsTooHigh)) AND OK(NetworkOutTooHigh), OK, ALARM, ALARM, false
            (ALARM(CPUUtilizationTooHigh) OR ALARM(DiskReadOpsTooHigh)) AND OK(NetworkOutTooHigh), OK, OK, OK, false
            INSUFFICIENT_DATA(CPUUtilizationTooHigh), INSUFFICIENT_DATA, OK, OK, true
            INSUFFICIENT_DATA(CPUUtilizationTooHigh), OK, OK, OK, false
            OK("CPUUtilizationTooHigh") OR TRUE, ALARM, OK, OK, true
            OK("CPUUtilizationTooHigh") AND FALSE, OK, OK, OK, false
            NOT (ALARM(CPUUtilizationTooHigh) AND TRUE), ALARM, OK, OK, false
            ALARM("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:CPUUtilizationTooHigh"), ALARM, OK, OK, true
            """)
    void holds(String rule, AlarmState cpu, AlarmState disk, AlarmState network, boolean expected) {
        assertThat(AlarmRule.parse(rule)
                        .holds(Map.of(
                                "CPUUtilizationTooHigh",
                                cpu,
                                "DiskReadOpsTooHigh",
                                disk,
                                "NetworkOutTooHigh",
                                network)))
                .isEqualTo(expected);
    }

    @Test
    void namesItsAlarms() {
        assertThat(AlarmRule.parse("ALARM(one) OR (OK(\"two three\") AND NOT ALARM(one))")
                        .alarms())
                .containsExactlyInAnyOrder("one", "two three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALARM(a) OR ALARM(b) AND ALARM(c)",
                "ALARM(a) AND ALARM(b) OR ALARM(c)",
                "ALARM(a) XOR ALARM(b)",
                "ALARM(a) && ALARM(b)",
                "alarm(a)",
                "AT_LEAST(1, ALARM, (a, b))",
                "ALARM()",
                "ALARM(a",
                "(ALARM(a)",
                "ALARM(a) ALARM(b)",
                "ALARM(a) AND",
                ""
            })
    void refusesByName(String rule) {
        assertThatExceptionOfType(UnsupportedDefinitionException.class)
                .isThrownBy(() -> AlarmRule.parse(rule))
                .withMessageContaining(rule);
    }

    @Test
    void takesAHundredAlarms() {
        assertThat(AlarmRule.parse(any(100)).alarms()).hasSize(100);
        assertThatExceptionOfType(UnsupportedDefinitionException.class).isThrownBy(() -> AlarmRule.parse(any(101)));
    }

    @Test
    void takes10240Characters() {
        String longest = "TRUE" + " ".repeat(10_236);

        assertThat(AlarmRule.parse(longest)).hasToString(longest);
        assertThatExceptionOfType(UnsupportedDefinitionException.class)
                .isThrownBy(() -> AlarmRule.parse(longest + " "));
    }

    @Test
    void saysWhatTheNamedAlarmsAre() {
        var composite = new CompositeAlarm("page", AlarmRule.parse("ALARM(b) OR ALARM(a)"));

        assertThat(composite.judge(Map.of("a", AlarmState.OK, "b", AlarmState.ALARM)))
                .isEqualTo(new Judgement(AlarmState.ALARM, "the rule holds: a OK, b ALARM"));
        assertThat(composite.judge(Map.of("a", AlarmState.OK, "b", AlarmState.OK)))
                .isEqualTo(new Judgement(AlarmState.OK, "the rule does not hold: a OK, b OK"));
    }

    private static String any(int alarms) {
        return IntStream.range(0, alarms).mapToObj(i -> "ALARM(a" + i + ")").collect(Collectors.joining(" OR "));
    }
}
