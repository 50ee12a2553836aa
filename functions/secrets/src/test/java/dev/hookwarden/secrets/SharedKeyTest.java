package dev.hookwarden.secrets;

import static dev.hookwarden.secrets.KeyringScenario.FIRST;
import static dev.hookwarden.secrets.KeyringScenario.JOBSITEON;
import static dev.hookwarden.secrets.KeyringScenario.SECOND;
import static dev.hookwarden.secrets.KeyringScenario.ZENOO;
import static dev.hookwarden.secrets.KeyringScenario.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.log.LogEvent;
import dev.hookwarden.verification.KeyringUnavailableException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One key in two providers' secrets. */
class SharedKeyTest {
    private final KeyringScenario scenario = new KeyringScenario();
    private final InMemorySecretsManager secretsManager = scenario.secretsManager;

    @Test
    void refusesTheOneThatIsReadSecond() {
        secretsManager.put(ZENOO, "z2", FIRST);
        scenario.jobsiteon();

        assertThatThrownBy(scenario::zenoo).isInstanceOf(KeyringUnavailableException.class);
        assertThat(scenario.loggedOnce(LogEvent.KEY_UNUSABLE).fields())
                .isEqualTo(Map.of(
                        "provider", "zenoo",
                        "key", "zenoo/signing-key",
                        "keyStage", "current",
                        "keyVersion", "z2",
                        "defect", "shared",
                        "sharedWith", "jobsiteon/api-key"));
        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v1");
    }

    @Test
    void leavesOutPendingKeyThatIsAnothersCurrent() {
        secretsManager.putPending(ZENOO, "z2", FIRST);
        scenario.jobsiteon();

        assertThat(shown(scenario.zenoo())).containsExactly("CURRENT z1");
    }

    @Test
    void takesPendingKeyBackWhenItTurnsOutToBeAnothersCurrent() {
        secretsManager.putPending(ZENOO, "z2", FIRST);
        assertThat(shown(scenario.zenoo())).containsExactly("CURRENT z1", "PENDING z2");

        assertThat(shown(scenario.jobsiteon())).containsExactly("CURRENT v1");
        assertThat(shown(scenario.zenoo())).containsExactly("CURRENT z1");
        assertThat(scenario.loggedOnce(LogEvent.KEY_UNUSABLE).fields())
                .containsEntry("key", "zenoo/signing-key")
                .containsEntry("keyVersion", "z2");
    }

    @Test
    void acceptsTheKeyOnceTheOtherHasLeftIt() {
        secretsManager.put(ZENOO, "z2", FIRST);
        scenario.jobsiteon();
        assertThatThrownBy(scenario::zenoo).isInstanceOf(KeyringUnavailableException.class);

        secretsManager.put(JOBSITEON, "v2", SECOND);
        secretsManager.unlabel(JOBSITEON, "AWSPREVIOUS");
        scenario.clock.advance(KeyringSettings.DEFAULT.maxAge());
        scenario.jobsiteon();

        assertThat(shown(scenario.zenoo())).containsExactly("CURRENT z2");
    }

    @Test
    void remembersNobodysKeyAfterForgetting() {
        secretsManager.put(ZENOO, "z2", FIRST);
        scenario.jobsiteon();
        scenario.keyrings.forget();

        assertThat(shown(scenario.zenoo())).containsExactly("CURRENT z2");
    }
}
