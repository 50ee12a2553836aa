package dev.hookwarden.signing;

import static dev.hookwarden.signing.VerificationAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TimestampHeaderHmacTest {
    private static final String TIME_HEADER = "X-Slack-Request-Timestamp";

    private final Attempt valid = Attempt.from(Sender.SLACK);

    @Test
    void refusesAMissingTime() {
        assertRefused(valid.without(TIME_HEADER), RefusalReason.TIMESTAMP_MISSING);
    }

    @Test
    void refusesARepeatedTime() {
        assertRefused(valid.plus(TIME_HEADER, Attempt.TIME), RefusalReason.TIMESTAMP_REPEATED);
        assertRefused(valid.plus("x-slack-request-timestamp", "0"), RefusalReason.TIMESTAMP_REPEATED);
    }

    @Test
    void refusesAnotherVersion() {
        assertMalformed(valid.withSignature(signature -> signature.replace("v0=", "v1=")));
        assertMalformed(valid.withSignature(signature -> signature.replace("v0=", "V0=")));
        assertMalformed(valid.withSignature(signature -> signature.replace("v0=", "")));
        assertMalformed(valid.withSignature("v0="));
        assertMalformed(valid.withSignature("v0"));
    }

    @Test
    void refusesOneHexDigitMoreOrLess() {
        assertMalformed(valid.withSignature(signature -> signature + "0"));
        assertMalformed(valid.withSignature(signature -> signature.substring(0, signature.length() - 1)));
    }

    @Test
    void refusesSeveralSignatures() {
        assertMalformed(valid.withSignature(signature -> signature + "," + signature));
    }

    @Test
    void coversTheTimeAlone() {
        assertThat(valid.scheme().covers("x-slack-request-TIMESTAMP")).isTrue();
        assertThat(valid.scheme().covers("X-Slack-Signature")).isFalse();
        assertThat(valid.scheme().covers("X-Slack-Retry-Num")).isFalse();
    }

    private static void assertMalformed(Attempt attempt) {
        assertRefused(attempt, RefusalReason.SIGNATURE_MALFORMED);
    }
}
