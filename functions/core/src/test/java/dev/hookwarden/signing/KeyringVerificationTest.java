package dev.hookwarden.signing;

import static dev.hookwarden.signing.VerificationAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.signing.Verification.Verified;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several keys at once: which one is reported, and whose signatures count. */
final class KeyringVerificationTest {
    private static StagedKey key(Sender sender, String text, KeyStage stage, String version) {
        return new StagedKey(sender.scheme().signingKey(text), stage, version);
    }

    @ParameterizedTest
    @EnumSource
    void reportsThePendingKeyWhenOnlyThatMatches(Sender sender) {
        Attempt attempt = Attempt.from(sender)
                .withKeys(
                        key(sender, Attempt.OTHER_KEY, KeyStage.CURRENT, "v1"),
                        key(sender, Attempt.KEY, KeyStage.PENDING, "v2"));

        assertThat(attempt.verify()).isEqualTo(new Verified(KeyStage.PENDING, "v2"));
    }

    @ParameterizedTest
    @EnumSource
    void reportsThePreviousKeyWhenOnlyThatMatches(Sender sender) {
        String third = Attempt.OTHER_KEY.replace('A', 'B');
        Attempt attempt = Attempt.from(sender)
                .withKeys(
                        key(sender, Attempt.OTHER_KEY, KeyStage.CURRENT, "v2"),
                        key(sender, third, KeyStage.PENDING, "v3"),
                        key(sender, Attempt.KEY, KeyStage.PREVIOUS, "v1"));

        assertThat(attempt.verify()).isEqualTo(new Verified(KeyStage.PREVIOUS, "v1"));
    }

    @ParameterizedTest
    @EnumSource
    void reportsTheFirstOfTwoKeysThatMatch(Sender sender) {
        Attempt attempt = Attempt.from(sender)
                .withKeys(
                        key(sender, Attempt.KEY, KeyStage.CURRENT, "v2"),
                        key(sender, Attempt.KEY, KeyStage.PREVIOUS, "v1"));

        assertThat(attempt.verify()).isEqualTo(new Verified(KeyStage.CURRENT, "v2"));
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatNoKeyOfSeveralMatches(Sender sender) {
        Attempt attempt = Attempt.from(sender)
                .withKeys(
                        key(sender, Attempt.OTHER_KEY, KeyStage.CURRENT, "v2"),
                        key(sender, Attempt.OTHER_KEY.replace('A', 'B'), KeyStage.PREVIOUS, "v1"));

        assertRefused(attempt, RefusalReason.SIGNATURE_MISMATCH);
    }

    @ParameterizedTest
    @EnumSource
    void verifiesOnlyOnItsOwnRoute(Sender sender) {
        for (Sender other : Sender.values()) {
            Attempt onOtherRoute = Attempt.from(sender);
            onOtherRoute = new Attempt(
                    other.scheme(),
                    List.of(Attempt.current(other.scheme(), Attempt.OTHER_KEY)),
                    onOtherRoute.headers(),
                    onOtherRoute.payload(),
                    Attempt.AT);
            assertRefused(onOtherRoute);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isOfNoUseUnderTheNameOfAnotherHeader(Sender sender) {
        for (Sender other : Sender.values()) {
            if (other != sender) {
                assertRefused(
                        Attempt.from(other).withSignature(Attempt.from(sender).signature()));
            }
        }
    }

    @Test
    void aKeyringWithoutKeysCannotBe() {
        assertThatThrownBy(() -> new Keyring(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyringKeepsItsKeysWhenTheListChanges() {
        StagedKey current = key(Sender.GITHUB, Attempt.KEY, KeyStage.CURRENT, "v1");
        List<StagedKey> keys = new ArrayList<>(List.of(current));
        Keyring keyring = new Keyring(keys);
        keys.clear();

        assertThat(keyring.keys()).containsExactly(current);
    }

    @Test
    void theCurrentKeyIsThatOfTheCurrentStageOrElseTheFirst() {
        StagedKey pending = key(Sender.GITHUB, Attempt.KEY, KeyStage.PENDING, "v2");
        StagedKey current = key(Sender.GITHUB, Attempt.OTHER_KEY, KeyStage.CURRENT, "v1");

        assertThat(new Keyring(List.of(pending, current)).current()).isEqualTo(current);
        assertThat(new Keyring(List.of(pending)).current()).isEqualTo(pending);
    }
}
