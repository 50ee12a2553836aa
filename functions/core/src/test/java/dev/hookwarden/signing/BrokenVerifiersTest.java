package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.INCLUDE;
import static org.junit.jupiter.params.provider.EnumSource.Mode.MATCH_NONE;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the rules of verification would notice a mistake: the real verifier keeps them all, and each broken one breaks its own. */
final class BrokenVerifiersTest {
    @ParameterizedTest
    @EnumSource(mode = MATCH_NONE, names = ".*(A_TIME|ANOTHER_VERSION).*")
    void theRealVerifierOfThePayloadKeeps(VerificationRule rule) {
        assertThat(rule.isKept(Sender.GITHUB, Sender.GITHUB.scheme()::verify)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = INCLUDE,
            names = {
                "VERIFIES_A_GENUINE_ATTEMPT",
                "REFUSES_A_TIME_THAT_IS_LONG_PAST",
                "REFUSES_A_TIME_TO_COME",
                "REFUSES_A_TIME_THAT_ONLY_MEANS_THE_SAME",
                "REFUSES_ANOTHER_VERSION_OF_THE_SCHEME"
            })
    void theRealVerifierOfATimeKeeps(VerificationRule rule) {
        assertThat(rule.isKept(Sender.STRIPE, Sender.STRIPE.scheme()::verify)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void isCaughtByItsRule(BrokenVerifier broken) {
        assertThat(broken.caughtBy().isKept(broken.sender(), broken.check())).isFalse();
    }

    /** Else the rule would catch it for another reason than its one mistake. */
    @ParameterizedTest
    @EnumSource
    void isRightInWhatItsRuleDoesNotAsk(BrokenVerifier broken) {
        assertThat(VerificationRule.VERIFIES_A_GENUINE_ATTEMPT.isKept(broken.sender(), broken.check()))
                .isTrue();
    }
}
