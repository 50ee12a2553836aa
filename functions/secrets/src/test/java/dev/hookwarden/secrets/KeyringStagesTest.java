package dev.hookwarden.secrets;

import static dev.hookwarden.secrets.KeyringScenario.JOBSITEON;
import static dev.hookwarden.secrets.KeyringScenario.SECOND;
import static dev.hookwarden.secrets.KeyringScenario.THIRD;
import static dev.hookwarden.secrets.KeyringScenario.ZENOO;
import static dev.hookwarden.secrets.KeyringScenario.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.log.LogEvent;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.StagedKey;
import dev.hookwarden.verification.KeyringUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Which versions of a secret verify. */
class KeyringStagesTest {
    private static final Duration OVERLAP = Provider.JOBSITEON.signingKey().overlap();
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final KeyringScenario scenario = new KeyringScenario();
    private final InMemorySecretsManager secretsManager = scenario.secretsManager;

    @Test
    void holdsTheCurrentKey() {
        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v1");
    }

    @Test
    void ordersCurrentThenPendingThenPrevious() {
        secretsManager.put(JOBSITEON, "v2", SECOND);
        secretsManager.putPending(JOBSITEON, "v3", THIRD);

        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v2", "PENDING v3", "PREVIOUS v1");
    }

    @Test
    void holdsVersionThatIsCurrentAndStillPendingOnceAsCurrent() {
        secretsManager.putPending(JOBSITEON, "v2", SECOND);
        secretsManager.finishRotation(JOBSITEON, "v2");

        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v2", "PREVIOUS v1");
    }

    @Test
    void givesNoSecondLifeToPreviousVersionThatIsStillPending() {
        secretsManager.putPending(JOBSITEON, "v2", SECOND);
        secretsManager.finishRotation(JOBSITEON, "v2");
        secretsManager.put(JOBSITEON, "v3", THIRD);
        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v3", "PREVIOUS v2");

        scenario.clock.advance(OVERLAP);

        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v3");
    }

    @Test
    void holdsPendingKeyWhereNoneIsCurrent() {
        secretsManager.putPending(JOBSITEON, "v2", SECOND);
        secretsManager.unlabel(JOBSITEON, "AWSCURRENT");

        assertThat(shown(scenario.jobsiteon())).containsExactly("PENDING v2");
    }

    @Test
    void ignoresStagesOfOthersMaking() {
        secretsManager.put(JOBSITEON, "v2", SECOND);
        secretsManager.unlabel(JOBSITEON, "AWSPREVIOUS");
        secretsManager.putPending(JOBSITEON, "v3", THIRD);
        secretsManager.unlabel(JOBSITEON, "AWSPENDING");

        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v2");
    }

    @Test
    void neverHoldsPreviousKeyOfProviderThatRevokesAtOnce() {
        secretsManager.put(ZENOO, "z2", SECOND);

        assertThat(shown(scenario.zenoo())).containsExactly("CURRENT z2");
        assertThat(secretsManager.gets).hasValue(1);
    }

    @Test
    void neverHoldsPreviousKeyOfSuchProviderEvenWhenOurClockIsBehind() {
        secretsManager.put(ZENOO, "z2", SECOND);
        scenario.clock.advance(Duration.ofSeconds(-5));

        assertThat(shown(scenario.zenoo())).containsExactly("CURRENT z2");
    }

    @Test
    void holdsNoPreviousKeyWithoutCurrentOneToDateIt() {
        secretsManager.put(JOBSITEON, "v2", SECOND);
        secretsManager.putPending(JOBSITEON, "v3", THIRD);
        secretsManager.unlabel(JOBSITEON, "AWSCURRENT");

        assertThat(shown(scenario.jobsiteon())).containsExactly("PENDING v3");
    }

    @Test
    void countsOverlapFromRotationsEndWhenItIsLater() {
        secretsManager.putPending(JOBSITEON, "v2", SECOND);
        scenario.clock.advance(Duration.ofDays(3));
        secretsManager.finishRotation(JOBSITEON, "v2");

        scenario.clock.advance(OVERLAP.minus(MOMENT));
        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v2", "PREVIOUS v1");
        scenario.clock.advance(MOMENT);
        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v2");
    }

    @Test
    void onlyThePreviousKeyHasADeadline() {
        secretsManager.put(JOBSITEON, "v2", SECOND);
        secretsManager.putPending(JOBSITEON, "v3", THIRD);

        assertThat(scenario.jobsiteon().keys())
                .extracting(StagedKey::verifiesUntil)
                .containsExactly(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(scenario.clock.instant().plus(OVERLAP)));
    }

    @Test
    void countsOverlapFromVersionPutByHandAfterTheLastRotation() {
        secretsManager.putPending(JOBSITEON, "v2", SECOND);
        secretsManager.finishRotation(JOBSITEON, "v2");
        scenario.clock.advance(OVERLAP.multipliedBy(2));
        secretsManager.put(JOBSITEON, "v3", THIRD);

        scenario.clock.advance(OVERLAP.minus(MOMENT));
        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v3", "PREVIOUS v2");
        scenario.clock.advance(MOMENT);
        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v3");
    }

    @Test
    void countsOverlapFromVersionPutByHandWhenNothingEverRotated() {
        secretsManager.put(JOBSITEON, "v2", SECOND);

        scenario.clock.advance(OVERLAP.minus(MOMENT));
        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v2", "PREVIOUS v1");
        scenario.clock.advance(MOMENT);
        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v2");
    }

    @Test
    void leavesPreviousKeyOutAtItsDeadlineWithoutReading() {
        secretsManager.put(JOBSITEON, "v2", SECOND);
        scenario.clock.advance(OVERLAP.minus(MOMENT));
        scenario.jobsiteon();
        int calls = secretsManager.calls();

        scenario.clock.advance(MOMENT);

        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v2");
        assertThat(secretsManager.calls()).isEqualTo(calls);
    }

    @Test
    void leavesPreviousKeyOutAtItsDeadlineWhileReadsFail() {
        secretsManager.put(JOBSITEON, "v2", SECOND);
        scenario.clock.advance(OVERLAP.minus(Duration.ofMinutes(20)));
        scenario.jobsiteon();
        secretsManager.failWith(SdkClientException.create("down"));

        scenario.clock.advance(Duration.ofMinutes(20));

        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v2");
    }

    @Test
    void leavesOutPendingVersionWithoutValue() {
        secretsManager.announcePending(JOBSITEON, "v2");

        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v1");
        assertThat(scenario.loggedOnce(LogEvent.KEY_UNUSABLE).fields())
                .isEqualTo(Map.of(
                        "provider",
                        "jobsiteon",
                        "key",
                        "jobsiteon/api-key",
                        "keyStage",
                        "pending",
                        "keyVersion",
                        "v2",
                        "defect",
                        "no_value"));
    }

    @Test
    void holdsPendingVersionOnceItHasItsValue() {
        secretsManager.announcePending(JOBSITEON, "v2");
        scenario.jobsiteon();
        secretsManager.putPending(JOBSITEON, "v2", SECOND);

        scenario.clock.advance(KeyringSettings.DEFAULT.maxAge());

        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v1", "PENDING v2");
    }

    @ParameterizedTest
    @CsvSource({
        "short, too_short",
        "' " + SECOND + "', surrounded_by_blanks",
        "'', empty",
        "your-api-key-here, placeholder"
    })
    void leavesOutUnusableKeyAndNamesItsDefect(String value, String defect) {
        secretsManager.putPending(JOBSITEON, "v2", value);

        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v1");
        assertThat(scenario.loggedOnce(LogEvent.KEY_UNUSABLE).fields())
                .containsEntry("keyVersion", "v2")
                .containsEntry("defect", defect);
    }

    @Test
    void leavesOutBinaryValue() {
        secretsManager.putBinary(JOBSITEON, "v2", SECOND.getBytes(StandardCharsets.UTF_8));

        assertThat(shown(scenario.jobsiteon())).containsExactly("PREVIOUS v1");
        assertThat(scenario.loggedOnce(LogEvent.KEY_UNUSABLE).fields())
                .containsEntry("keyStage", "current")
                .containsEntry("defect", "binary");
    }

    @Test
    void isUnavailableWhenNoUsableKeyRemains() {
        secretsManager.put(ZENOO, "z2", "short");

        assertThatThrownBy(scenario::zenoo)
                .isInstanceOf(KeyringUnavailableException.class)
                .hasMessage("There is no keyring of zenoo/signing-key to verify with");
        assertThat(scenario.loggedOnce(LogEvent.KEYRING_READ_FAILED).fields())
                .isEqualTo(Map.of("provider", "zenoo", "key", "zenoo/signing-key", "fault", "NoUsableKey"));
    }

    @Test
    void isUnavailableForSecretThatHasNoVersionYet() {
        secretsManager.unlabel(ZENOO, "AWSCURRENT");

        assertThatThrownBy(scenario::zenoo).isInstanceOf(KeyringUnavailableException.class);
    }

    @Test
    void isUnavailableForSecretThatDoesNotExist() {
        secretsManager.delete(ZENOO);

        assertThatThrownBy(scenario::zenoo).isInstanceOf(KeyringUnavailableException.class);
    }

    @Test
    void saysWhatItRead() {
        secretsManager.put(JOBSITEON, "v2", SECOND);
        scenario.jobsiteon();

        assertThat(scenario.loggedOnce(LogEvent.KEYRING_READ).fields())
                .isEqualTo(Map.of(
                        "provider",
                        "jobsiteon",
                        "key",
                        "jobsiteon/api-key",
                        "keys",
                        2L,
                        "stages",
                        "AWSCURRENT,AWSPREVIOUS",
                        "keyVersion",
                        "v2"));
    }

    @Test
    void showsNoKeyInAnyLine() {
        List<String> values = List.of("hunter2-short", SECOND + "\n", THIRD);
        secretsManager.put(JOBSITEON, "v2", values.get(0));
        secretsManager.putPending(JOBSITEON, "v3", values.get(1));
        secretsManager.put(ZENOO, "z2", values.get(2));
        scenario.jobsiteon();
        scenario.zenoo();

        assertThat(scenario.lines)
                .hasSize(4)
                .allSatisfy(line -> assertThat(line.fields().toString())
                        .doesNotContain(values)
                        .doesNotContain(KeyringScenario.FIRST));
    }
}
