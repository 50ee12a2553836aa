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
import dev.hookwarden.verification.KeyringUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** When Secrets Manager is read, and what serves when it can't be. */
class KeyringReadsTest {
    private static final KeyringSettings SETTINGS = KeyringSettings.DEFAULT;
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final KeyringScenario scenario = new KeyringScenario();
    private final InMemorySecretsManager secretsManager = scenario.secretsManager;

    @Test
    void readsNothingBeforeItIsAsked() {
        assertThat(secretsManager.calls()).isZero();
    }

    @Test
    void readsOnceWithinTheMaximumAge() {
        scenario.jobsiteon();
        scenario.clock.advance(SETTINGS.maxAge().minus(MOMENT));
        scenario.jobsiteon();

        assertThat(secretsManager.describes).hasValue(1);
        assertThat(secretsManager.gets).hasValue(1);
    }

    @Test
    void readsAgainAtTheMaximumAgeWithOneCall() {
        scenario.jobsiteon();
        scenario.clock.advance(SETTINGS.maxAge());
        scenario.jobsiteon();

        assertThat(secretsManager.describes).hasValue(2);
        assertThat(secretsManager.gets).hasValue(1);
    }

    @Test
    void countsAgeFromBeforeTheRead() {
        secretsManager.beforeDescribe(() -> scenario.clock.advance(Duration.ofSeconds(2)));
        scenario.jobsiteon();
        scenario.clock.advance(SETTINGS.maxAge().minusSeconds(2));
        scenario.jobsiteon();

        assertThat(secretsManager.describes).hasValue(2);
    }

    @Test
    void readsUpToATenthEarlierByChance() {
        SecretsManagerKeyrings jittered = scenario.withJitter(1);
        jittered.current(Provider.JOBSITEON);
        scenario.clock.advance(Duration.ofSeconds(270).minus(MOMENT));
        jittered.current(Provider.JOBSITEON);
        assertThat(secretsManager.describes).hasValue(1);

        scenario.clock.advance(MOMENT);
        jittered.current(Provider.JOBSITEON);
        assertThat(secretsManager.describes).hasValue(2);
    }

    @Test
    void readsOnlyTheVersionItLacks() {
        secretsManager.put(JOBSITEON, "v2", SECOND);
        scenario.jobsiteon();
        secretsManager.putPending(JOBSITEON, "v3", THIRD);
        scenario.clock.advance(SETTINGS.maxAge());

        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v2", "PENDING v3", "PREVIOUS v1");
        assertThat(secretsManager.gets).hasValue(3);
    }

    @Test
    void dropsValueOfVersionThatLostItsStage() {
        secretsManager.putPending(JOBSITEON, "v2", SECOND);
        scenario.jobsiteon();
        secretsManager.unlabel(JOBSITEON, "AWSPENDING");
        scenario.clock.advance(SETTINGS.maxAge());
        scenario.jobsiteon();
        secretsManager.announcePending(JOBSITEON, "v2");
        scenario.clock.advance(SETTINGS.maxAge());
        scenario.jobsiteon();

        assertThat(secretsManager.gets).hasValue(3);
    }

    @Test
    void stopsVerifyingRevokedKeyWithinTheMaximumAge() {
        // Invariant I13 allows 30 s more: a read's own time and the back-off after one that fails.
        secretsManager.put(JOBSITEON, "v2", SECOND);
        scenario.jobsiteon();
        scenario.clock.advance(MOMENT);
        secretsManager.unlabel(JOBSITEON, "AWSPREVIOUS");
        Instant revokedAt = scenario.clock.instant();

        while (shown(scenario.jobsiteon()).contains("PREVIOUS v1")) {
            scenario.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(Duration.between(revokedAt, scenario.clock.instant())).isLessThanOrEqualTo(SETTINGS.maxAge());
    }

    @Test
    void stopsVerifyingRevokedKeyThirtySecondsLaterWhenOneReadFails() {
        secretsManager.put(JOBSITEON, "v2", SECOND);
        scenario.jobsiteon();
        secretsManager.unlabel(JOBSITEON, "AWSPREVIOUS");
        scenario.clock.advance(SETTINGS.maxAge());
        secretsManager.failWith(SdkClientException.create("down"));
        scenario.jobsiteon();
        secretsManager.recover();

        scenario.clock.advance(Duration.ofSeconds(30));

        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v2");
    }

    @Test
    void stopsVerifyingTheOnlyKeyWhenItIsRevoked() {
        scenario.zenoo();
        secretsManager.unlabel(ZENOO, "AWSCURRENT");
        scenario.clock.advance(SETTINGS.maxAge());

        assertThatThrownBy(scenario::zenoo).isInstanceOf(KeyringUnavailableException.class);
    }

    @Test
    void stopsVerifyingWhenTheSecretIsToBeDeleted() {
        scenario.zenoo();
        secretsManager.scheduleDeletion(ZENOO);
        scenario.clock.advance(SETTINGS.maxAge());

        assertThatThrownBy(scenario::zenoo).isInstanceOf(KeyringUnavailableException.class);
    }

    @Test
    void servesTheLastKeyringWhenTheSecretIsNotFound() {
        // After a write a read may miss what was written, and there is no telling that from a secret that is gone.
        scenario.zenoo();
        secretsManager.delete(ZENOO);
        scenario.clock.advance(SETTINGS.maxAge());

        assertThat(shown(scenario.zenoo())).containsExactly("CURRENT z1");
    }

    @Test
    void servesTheLastKeyringWhileReadsFail() {
        scenario.jobsiteon();
        secretsManager.failWith(SdkClientException.create("down"));

        scenario.clock.advance(SETTINGS.staleIfError().minus(MOMENT));
        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v1");
        scenario.clock.advance(MOMENT);
        assertThatThrownBy(scenario::jobsiteon).isInstanceOf(KeyringUnavailableException.class);
    }

    @Test
    void logsFailedReadAndDoesNotRepeatItBeforeTheInterval() {
        scenario.jobsiteon();
        secretsManager.failWith(SdkClientException.create("down"));
        scenario.clock.advance(SETTINGS.maxAge());
        scenario.jobsiteon();
        scenario.clock.advance(SETTINGS.refreshInterval().minus(MOMENT));
        scenario.jobsiteon();
        assertThat(scenario.loggedOnce(LogEvent.KEYRING_READ_FAILED).fields())
                .isEqualTo(Map.of("provider", "jobsiteon", "key", "jobsiteon/api-key", "fault", "SdkClientException"));

        scenario.clock.advance(MOMENT);
        scenario.jobsiteon();
        assertThat(scenario.logged(LogEvent.KEYRING_READ_FAILED)).hasSize(2);
    }

    @Test
    void logsWhatAwsCallsTheFault() {
        secretsManager.failWith(SecretsManagerException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ThrottlingException")
                        .build())
                .build());

        assertThatThrownBy(scenario::jobsiteon).isInstanceOf(KeyringUnavailableException.class);
        assertThat(scenario.loggedOnce(LogEvent.KEYRING_READ_FAILED).fields())
                .containsEntry("awsErrorCode", "ThrottlingException");
    }

    @Test
    void isUnavailableWhenNothingWasEverRead() {
        secretsManager.failWith(SdkClientException.create("down"));

        assertThatThrownBy(scenario::jobsiteon).isInstanceOf(KeyringUnavailableException.class);
    }

    @Test
    void readsOnceASecondWhileNothingCanBeHad() {
        secretsManager.failWith(SdkClientException.create("down"));
        for (int attempt = 0; attempt < 100_000; attempt++) {
            assertThatThrownBy(scenario::jobsiteon).isInstanceOf(KeyringUnavailableException.class);
            scenario.clock.advance(Duration.ofNanos(100_000));
        }

        assertThat(secretsManager.describes).hasValue(10);
    }

    @Test
    void readsOnceASecondWhileThereIsNoUsableKey() {
        secretsManager.unlabel(JOBSITEON, "AWSCURRENT");
        for (int attempt = 0; attempt < 1_000; attempt++) {
            assertThatThrownBy(scenario::jobsiteon).isInstanceOf(KeyringUnavailableException.class);
            scenario.clock.advance(Duration.ofMillis(10));
        }

        assertThat(secretsManager.describes).hasValue(10);
    }

    @Test
    void verifiesAgainASecondAfterSecretsManagerIsBack() {
        secretsManager.failWith(SdkClientException.create("down"));
        assertThatThrownBy(scenario::jobsiteon).isInstanceOf(KeyringUnavailableException.class);
        secretsManager.recover();

        scenario.clock.advance(Duration.ofSeconds(1));

        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v1");
    }

    @Test
    void asksOnceMoreForCurrentVersionThatIsNotYetVisible() {
        secretsManager.hide("v1", 1);

        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v1");
        assertThat(secretsManager.gets).hasValue(2);
    }

    @Test
    void failsTheReadWhenTheCurrentVersionStaysInvisible() {
        scenario.jobsiteon();
        secretsManager.put(JOBSITEON, "v2", SECOND);
        secretsManager.hide("v2", 2);
        scenario.clock.advance(SETTINGS.maxAge());

        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v1");
        assertThat(scenario.loggedOnce(LogEvent.KEYRING_READ_FAILED).fields())
                .containsEntry("fault", "ResourceNotFoundException");
    }

    @Test
    void readsAnewAfterForgetting() {
        scenario.jobsiteon();
        scenario.keyrings.forget();
        scenario.jobsiteon();

        assertThat(secretsManager.describes).hasValue(2);
        assertThat(secretsManager.gets).hasValue(2);
    }

    @Test
    void servesNothingFromBeforeForgettingWhenReadsFail() {
        scenario.jobsiteon();
        scenario.keyrings.forget();
        secretsManager.failWith(SdkClientException.create("down"));

        assertThatThrownBy(scenario::jobsiteon).isInstanceOf(KeyringUnavailableException.class);
    }
}
