package dev.hookwarden.signing;

import static dev.hookwarden.signing.VerificationAssert.assertRefused;
import static dev.hookwarden.signing.VerificationAssert.assertVerified;

import org.junit.jupiter.api.Test;

final class TimestampedHmacTest {
    private static final String ZEROS = "0".repeat(64);

    private final Attempt valid = Attempt.from(Sender.STRIPE);
    private final String v1 = valid.signature().substring(valid.signature().indexOf("v1="));

    @Test
    void verifiesWhenOnlyTheLastOfSeveralSignaturesMatches() {
        assertVerified(valid.withSignature("t=" + Attempt.TIME + ",v1=" + ZEROS + ",v1=bad,v1=," + v1));
    }

    @Test
    void verifiesWhateverTheOrderOfTheFields() {
        assertVerified(valid.withSignature(v1 + ",t=" + Attempt.TIME));
    }

    @Test
    void passesOverOtherVersions() {
        assertVerified(valid.withSignature(signature -> signature + ",v0=" + ZEROS + ",v2=x"));
        assertRefused(
                valid.withSignature(signature -> signature.replace("v1=", "v0=")), RefusalReason.SIGNATURE_MALFORMED);
        assertRefused(
                valid.withSignature(signature -> signature.replace("v1=", "V1=")), RefusalReason.SIGNATURE_MALFORMED);
    }

    @Test
    void refusesAMissingTime() {
        assertRefused(valid.withSignature(v1), RefusalReason.TIMESTAMP_MISSING);
    }

    @Test
    void refusesARepeatedTime() {
        String time = "t=" + Attempt.TIME + ",";

        assertRefused(valid.withSignature(time + time + v1), RefusalReason.TIMESTAMP_REPEATED);
        assertRefused(valid.withSignature("t=1," + time + v1), RefusalReason.TIMESTAMP_REPEATED);
        assertRefused(valid.withSignature(signature -> signature + ",t="), RefusalReason.TIMESTAMP_REPEATED);
    }

    @Test
    void refusesATimeWithoutSignature() {
        assertRefused(valid.withSignature("t=" + Attempt.TIME), RefusalReason.SIGNATURE_MALFORMED);
        assertRefused(valid.withSignature("t=" + Attempt.TIME + ",v1="), RefusalReason.SIGNATURE_MALFORMED);
        assertRefused(valid.withSignature("t=" + Attempt.TIME + ",v1"), RefusalReason.SIGNATURE_MALFORMED);
        assertRefused(valid.withSignature("t=" + Attempt.TIME + ",,,"), RefusalReason.SIGNATURE_MALFORMED);
    }

    @Test
    void refusesOtherSeparators() {
        assertRefused(valid.withSignature("t=" + Attempt.TIME + ", " + v1), RefusalReason.SIGNATURE_MALFORMED);
        assertRefused(valid.withSignature("t=" + Attempt.TIME + ";" + v1), RefusalReason.SIGNATURE_MALFORMED);
        assertRefused(valid.withSignature("t = " + Attempt.TIME + "," + v1), RefusalReason.TIMESTAMP_MISSING);
    }

    @Test
    void refusesOneHexDigitMoreOrLess() {
        assertRefused(valid.withSignature(signature -> signature + "0"), RefusalReason.SIGNATURE_MALFORMED);
        assertRefused(
                valid.withSignature(signature -> signature.substring(0, signature.length() - 1)),
                RefusalReason.SIGNATURE_MALFORMED);
    }

    @Test
    void refusesAPayloadThatTookDigitsFromTheTime() {
        Attempt moved = Attempt.of(Sender.STRIPE, "", Attempt.TIME, bytes("1.{}"));

        assertVerified(moved);
        assertRefused(
                moved.withSignature(signature -> signature.replace(Attempt.TIME, Attempt.TIME + ".1"))
                        .withPayload("{}"),
                RefusalReason.TIMESTAMP_MALFORMED);
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
