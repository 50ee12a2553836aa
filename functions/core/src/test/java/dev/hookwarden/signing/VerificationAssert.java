package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.signing.Verification.Refused;
import dev.hookwarden.signing.Verification.Verified;

/** What a test expects of an attempt. */
final class VerificationAssert {
    private VerificationAssert() {}

    static void assertVerified(Attempt attempt) {
        assertThat(attempt.verify()).isInstanceOf(Verified.class);
    }

    static void assertRefused(Attempt attempt, RefusalReason reason) {
        assertThat(attempt.verify()).isEqualTo(new Refused(reason));
    }

    static void assertRefused(Attempt attempt) {
        assertThat(attempt.verify()).isInstanceOf(Refused.class);
    }
}
