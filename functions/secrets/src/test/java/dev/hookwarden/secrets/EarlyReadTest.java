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
import dev.hookwarden.signing.Keyring;
import dev.hookwarden.verification.KeyringUnavailableException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The read that a signature without a key brings about, and what a flood of them can't bring about. */
class EarlyReadTest {
    private static final KeyringSettings SETTINGS = KeyringSettings.DEFAULT;
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final KeyringScenario scenario = new KeyringScenario();
    private final InMemorySecretsManager secretsManager = scenario.secretsManager;

    @Test
    void bringsKeyThatHasJustBecomeCurrent() {
        Keyring stale = scenario.zenoo();
        secretsManager.put(ZENOO, "z2", SECOND);

        assertThat(refreshed(Provider.ZENOO, stale))
                .hasValueSatisfying(keyring -> assertThat(shown(keyring)).containsExactly("CURRENT z2"));
    }

    @Test
    void bringsNothingWhenNothingChanged() {
        assertThat(refreshed(Provider.JOBSITEON, scenario.jobsiteon())).isEmpty();
        assertThat(secretsManager.describes).hasValue(2);
    }

    @Test
    void bringsNothingWhenOnlyTheStagesChanged() {
        secretsManager.putPending(JOBSITEON, "v2", SECOND);
        Keyring stale = scenario.jobsiteon();
        secretsManager.finishRotation(JOBSITEON, "v2");

        assertThat(refreshed(Provider.JOBSITEON, stale)).isEmpty();
        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v2", "PREVIOUS v1");
    }

    @Test
    void givesTheNewerKeyringThatIsHeldWithoutReading() {
        Keyring stale = scenario.jobsiteon();
        secretsManager.put(JOBSITEON, "v2", SECOND);
        scenario.clock.advance(SETTINGS.maxAge());
        scenario.jobsiteon();
        int calls = secretsManager.calls();

        assertThat(refreshed(Provider.JOBSITEON, stale)).isPresent();
        assertThat(secretsManager.calls()).isEqualTo(calls);
    }

    @Test
    void readsAgainOnlyAfterTheInterval() {
        Keyring stale = scenario.jobsiteon();
        refreshed(Provider.JOBSITEON, stale);
        secretsManager.put(JOBSITEON, "v2", SECOND);
        scenario.clock.advance(SETTINGS.refreshInterval().minus(MOMENT));
        assertThat(refreshed(Provider.JOBSITEON, stale)).isEmpty();

        scenario.clock.advance(MOMENT);
        assertThat(refreshed(Provider.JOBSITEON, stale)).isPresent();
    }

    @Test
    void limitsEachKeyByItself() {
        Keyring staleZenoo = scenario.zenoo();
        refreshed(Provider.JOBSITEON, scenario.jobsiteon());
        secretsManager.put(ZENOO, "z2", SECOND);

        assertThat(refreshed(Provider.ZENOO, staleZenoo)).isPresent();
    }

    @Test
    void isNotUsedUpByReadThatWasDue() {
        scenario.jobsiteon();
        scenario.clock.advance(SETTINGS.maxAge());
        Keyring stale = scenario.jobsiteon();
        secretsManager.put(JOBSITEON, "v2", SECOND);

        assertThat(refreshed(Provider.JOBSITEON, stale)).isPresent();
    }

    @Test
    void isNotHeldUpByFailureThatIsOver() {
        secretsManager.failWith(SdkClientException.create("down"));
        assertThatThrownBy(scenario::jobsiteon).isInstanceOf(KeyringUnavailableException.class);
        secretsManager.recover();
        scenario.clock.advance(Duration.ofSeconds(1));
        Keyring stale = scenario.jobsiteon();
        secretsManager.put(JOBSITEON, "v2", SECOND);

        assertThat(refreshed(Provider.JOBSITEON, stale)).isPresent();
    }

    @Test
    void waitsOutTheIntervalAfterReadThatFailed() {
        Keyring stale = scenario.jobsiteon();
        scenario.clock.advance(SETTINGS.maxAge());
        secretsManager.failWith(SdkClientException.create("down"));
        scenario.jobsiteon();

        refreshed(Provider.JOBSITEON, stale);

        assertThat(scenario.logged(LogEvent.KEYRING_READ_FAILED)).hasSize(1);
    }

    @Test
    void bringsNothingWhenItFails() {
        Keyring stale = scenario.jobsiteon();
        secretsManager.failWith(SdkClientException.create("down"));

        assertThat(refreshed(Provider.JOBSITEON, stale)).isEmpty();
        assertThat(scenario.logged(LogEvent.KEYRING_READ_FAILED)).hasSize(1);
        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v1");
    }

    @Test
    void bringsNothingWhenItRevokesEveryKey() {
        Keyring stale = scenario.zenoo();
        secretsManager.unlabel(ZENOO, "AWSCURRENT");

        assertThat(refreshed(Provider.ZENOO, stale)).isEmpty();
    }

    @Test
    void leavesOutPreviousKeyThatExpiredSinceTheKeyringWasGiven() {
        secretsManager.put(JOBSITEON, "v2", SECOND);
        Keyring stale = scenario.jobsiteon();
        secretsManager.putPending(JOBSITEON, "v3", THIRD);
        scenario.clock.advance(Provider.JOBSITEON.signingKey().overlap());

        assertThat(refreshed(Provider.JOBSITEON, stale))
                .hasValueSatisfying(keyring -> assertThat(shown(keyring)).containsExactly("CURRENT v2", "PENDING v3"));
    }

    @Test
    void keepsReadsOfAFloodOfForgeriesToOnePerInterval() {
        // Invariant I6: 1,000,000 forgeries in 10,000 s; the read that was due at the start comes on top.
        for (int forgery = 0; forgery < 1_000_000; forgery++) {
            refreshed(Provider.JOBSITEON, scenario.jobsiteon());
            scenario.clock.advance(Duration.ofMillis(10));
        }

        assertThat(secretsManager.describes.get()).isBetween(300, 10_000 / 30 + 2);
        assertThat(secretsManager.gets).hasValue(1);
    }

    @Test
    void keepsReadsOfAFloodToOnePerIntervalWhileTheyFail() {
        scenario.jobsiteon();
        secretsManager.failWith(SdkClientException.create("down"));
        for (int forgery = 0; forgery < 300_000; forgery++) {
            refreshed(Provider.JOBSITEON, scenario.jobsiteon());
            scenario.clock.advance(Duration.ofMillis(10));
        }

        assertThat(secretsManager.describes.get()).isBetween(90, 3_000 / 30 + 2);
    }

    @Test
    void stillReadsWhatIsDueUnderAFlood() {
        secretsManager.put(JOBSITEON, "v2", SECOND);
        refreshed(Provider.JOBSITEON, scenario.jobsiteon());
        secretsManager.unlabel(JOBSITEON, "AWSPREVIOUS");
        for (int forgery = 0; forgery < 3_000; forgery++) {
            scenario.clock.advance(Duration.ofMillis(10));
            refreshed(Provider.JOBSITEON, scenario.jobsiteon());
        }

        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v2");
    }

    private Optional<Keyring> refreshed(Provider provider, Keyring stale) {
        return scenario.keyrings.refreshed(provider, stale);
    }
}
