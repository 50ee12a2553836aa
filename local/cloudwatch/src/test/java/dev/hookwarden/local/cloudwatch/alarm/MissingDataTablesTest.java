package dev.hookwarden.local.cloudwatch.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every row of AWS's tables, the latest point last; N is 3 throughout. Rows that an earlier edition of the page had, and that the present
 * one doesn't contradict, are marked.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html">Configuring how CloudWatch
 *     alarms treat missing data</a>
 */
final class MissingDataTablesTest {

    @ParameterizedTest
    @CsvSource({
        "0 - X - X, OK, OK, OK, OK",
        "0 - - - -, OK, OK, OK, OK",
        "- - - - -, INSUFFICIENT_DATA, retain, ALARM, OK",
        "0 X X - X, ALARM, ALARM, ALARM, ALARM",
        "- - X - -, ALARM, retain, ALARM, OK",
        // 2018
        "- - - - X, INSUFFICIENT_DATA, retain, ALARM, OK",
        "X - - - -, ALARM, retain, ALARM, OK"
    })
    void threeOutOfThree(String points, String missing, String ignore, String breaching, String notBreaching) {
        assertStates(3, points, missing, ignore, breaching, notBreaching);
    }

    @ParameterizedTest
    @CsvSource({
        "0 - X - X, ALARM, ALARM, ALARM, ALARM",
        "0 0 X 0 X, ALARM, ALARM, ALARM, ALARM",
        "0 - X - -, OK, OK, ALARM, OK",
        "- - - - 0, OK, OK, ALARM, OK",
        "- - - X -, ALARM, retain, ALARM, OK",
        // 2018
        "- - - - X, INSUFFICIENT_DATA, retain, ALARM, OK"
    })
    void twoOutOfThree(String points, String missing, String ignore, String breaching, String notBreaching) {
        assertStates(2, points, missing, ignore, breaching, notBreaching);
    }

    /** What the page says about premature alarms in words: neither of the first two is ALARM yet, nor is what may follow them. */
    @ParameterizedTest
    @CsvSource({
        "- - - - X, INSUFFICIENT_DATA, retain",
        "- - - X -, INSUFFICIENT_DATA, retain",
        "- - - X 0, OK, OK",
        "- - X - 0, OK, OK",
        "- - X X -, ALARM, retain",
        "- - - X X, INSUFFICIENT_DATA, retain",
        "X 0 - - -, OK, OK",
        "- X X - X, ALARM, ALARM"
    })
    void isNotPremature(String points, String missing, String ignore) {
        assertThat(judge(3, TreatMissingData.MISSING, points)).isEqualTo(missing);
        assertThat(judge(3, TreatMissingData.IGNORE, points)).isEqualTo(ignore);
    }

    /** Of points that are all there, the latest three count. */
    @ParameterizedTest
    @CsvSource({
        "X X 0 X X, 3, OK",
        "X X 0 X X, 2, ALARM",
        "X X 0 0 X, 2, OK",
        "X X 0 0 X, 1, ALARM",
        "0 0 X X X, 3, ALARM",
        "X X 0 0 0, 1, OK"
    })
    void evaluatesTheLatest(String points, int datapointsToAlarm, String expected) {
        for (TreatMissingData missing : TreatMissingData.values()) {
            assertThat(judge(datapointsToAlarm, missing, points)).isEqualTo(expected);
        }
    }

    /** However little is known: enough that breaches is ALARM, and only so much is filled in as is missing. */
    @ParameterizedTest
    @CsvSource({
        "- - X X -, 2, ALARM, ALARM, ALARM, ALARM",
        "- - 0 X -, 1, ALARM, ALARM, ALARM, ALARM",
        "- - 0 X -, 3, OK, OK, OK, OK",
        "- - 0 0 -, 2, OK, OK, OK, OK",
        "- - 0 0 -, 1, OK, OK, ALARM, OK"
    })
    void fillsAsLittleAsPossible(
            String points,
            int datapointsToAlarm,
            String missing,
            String ignore,
            String breaching,
            String notBreaching) {
        assertStates(datapointsToAlarm, points, missing, ignore, breaching, notBreaching);
    }

    private static void assertStates(
            int datapointsToAlarm,
            String points,
            String missing,
            String ignore,
            String breaching,
            String notBreaching) {
        assertThat(judge(datapointsToAlarm, TreatMissingData.MISSING, points)).isEqualTo(missing);
        assertThat(judge(datapointsToAlarm, TreatMissingData.IGNORE, points)).isEqualTo(ignore);
        assertThat(judge(datapointsToAlarm, TreatMissingData.BREACHING, points)).isEqualTo(breaching);
        assertThat(judge(datapointsToAlarm, TreatMissingData.NOT_BREACHING, points))
                .isEqualTo(notBreaching);
    }

    private static String judge(int datapointsToAlarm, TreatMissingData missing, String points) {
        return new MOutOfN(datapointsToAlarm, 3, missing)
                .judge(Arrays.stream(points.split(" ", -1))
                        .map(point -> point.equals("-") ? Optional.<Boolean>empty() : Optional.of(point.equals("X")))
                        .toList())
                .map(AlarmState::name)
                .orElse("retain");
    }
}
