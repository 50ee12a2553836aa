package dev.hookwarden.signing;

import static dev.hookwarden.signing.VerificationAssert.assertRefused;
import static dev.hookwarden.signing.VerificationAssert.assertVerified;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every scheme that signs a time. Each attempt here is rightly signed over the time that it carries. */
@ParameterizedClass
@EnumSource(names = {"STRIPE", "SLACK", "STANDARD_WEBHOOKS"})
final class TimedSenderTest {
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final Sender sender;

    TimedSenderTest(Sender sender) {
        this.sender = sender;
    }

    private Attempt signedAt(String time) {
        return Attempt.of(
                sender, Attempt.ID, time, Attempt.from(sender).payload().bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1795348800",
                "-1795348800",
                "١٧٩٥٣٤٨٨٠٠",
                "１７９５３４８８００",
                "001795348800",
                "179534880000",
                "1795348800.0",
                "1.7953488e9",
                "0x6B02E340",
                "1795348800 ",
                " 1795348800",
                " ",
                "now",
                "9223372036854775808"
            })
    void refusesATimeThatIsNotOneToElevenDigits(String time) {
        assertRefused(signedAt(time), RefusalReason.TIMESTAMP_MALFORMED);
    }

    @Test
    void refusesAnEmptyTime() {
        assertRefused(signedAt(""), RefusalReason.TIMESTAMP_MALFORMED);
    }

    @Test
    void signsTheTextOfTheTimeAndNotItsValue() {
        assertVerified(signedAt("01795348800"));
    }

    @Test
    void verifiesAtTheEdgeOfTheTolerance() {
        assertVerified(signedAt(Attempt.TIME).receivedAt(Attempt.AT.plus(Attempt.TOLERANCE)));
        assertVerified(signedAt(Attempt.TIME).receivedAt(Attempt.AT.minus(Attempt.TOLERANCE)));
    }

    @Test
    void refusesStaleTimestamp() {
        Instant tooLate = Attempt.AT.plus(Attempt.TOLERANCE).plus(ONE_SECOND);

        assertRefused(signedAt(Attempt.TIME).receivedAt(tooLate), RefusalReason.TIMESTAMP_OUTSIDE_TOLERANCE);
    }

    @Test
    void refusesFutureTimestamp() {
        Instant tooEarly = Attempt.AT.minus(Attempt.TOLERANCE).minus(ONE_SECOND);

        assertRefused(signedAt(Attempt.TIME).receivedAt(tooEarly), RefusalReason.TIMESTAMP_OUTSIDE_TOLERANCE);
    }

    @Test
    void refusesTheFarEndsOfTime() {
        assertRefused(signedAt("0"), RefusalReason.TIMESTAMP_OUTSIDE_TOLERANCE);
        assertRefused(signedAt("99999999999"), RefusalReason.TIMESTAMP_OUTSIDE_TOLERANCE);
        assertRefused(signedAt(Attempt.TIME).receivedAt(Instant.MIN), RefusalReason.TIMESTAMP_OUTSIDE_TOLERANCE);
        assertRefused(signedAt(Attempt.TIME).receivedAt(Instant.MAX), RefusalReason.TIMESTAMP_OUTSIDE_TOLERANCE);
    }

    @Test
    void refusesAChangedTime() {
        Attempt changed = signedAt(Attempt.TIME);
        for (var header : changed.headers()) {
            changed = changed.with(header.getKey(), header.getValue().replace(Attempt.TIME, "1795348801"));
        }

        assertRefused(changed, RefusalReason.SIGNATURE_MISMATCH);
    }
}
