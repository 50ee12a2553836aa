package dev.hookwarden.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.secrets.KeyDiagnosis;
import dev.hookwarden.secrets.KeyMarks;
import dev.hookwarden.secrets.StagedVersion;
import dev.hookwarden.signing.KeyStage;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RevokeTest {
    private static final String KEY = "jobsiteon/api-key";

    private final Scenario scenario = new Scenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    private Run revoke(String... more) {
        Run run = scenario.keys(
                Stream.concat(Stream.of("revoke", KEY, "--local-url", "http://127.0.0.1:1"), Stream.of(more))
                        .toArray(String[]::new));
        assertThat(run.all()).doesNotContain(Scenario.CANARY);
        return run;
    }

    private boolean verifies(String version) {
        return scenario.state(KEY).versions().stream().map(StagedVersion::id).anyMatch(version::equals);
    }

    @Test
    void rotatesToTheSubmittedKeyAndTakesTheLeakedOneOut() {
        String leaked = scenario.versionAt(KEY, KeyStage.CURRENT);
        scenario.submit(KEY, Scenario.SECOND);
        Run run = revoke("--yes");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("finishSecret", "is revoked", "At the provider");
        assertThat(scenario.value(KEY, KeyStage.CURRENT)).isEqualTo(Scenario.SECOND);
        assertThat(verifies(leaked)).isFalse();
    }

    @Test
    void putsTheMarkWhenNoKeyWaits() {
        String leaked = scenario.versionAt(KEY, KeyStage.CURRENT);
        Run run = revoke("--yes");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("503", "As Owner, make a new key", "keys submit jobsiteon/api-key", "keys rotate");
        assertThat(scenario.value(KEY, KeyStage.CURRENT)).isEqualTo(KeyMarks.REVOKED);
        assertThat(verifies(leaked)).isFalse();
        assertThat(KeyDiagnosis.of(scenario.state(KEY), scenario.clock.instant()))
                .containsExactly(KeyDiagnosis.REVOKED);
    }

    @Test
    void putsTheMarkWhenTheRotationDoesNotSucceed() {
        String leaked = scenario.versionAt(KEY, KeyStage.CURRENT);
        scenario.submit(KEY, Scenario.SECOND);
        scenario.rotation.failingStep = "testSecret";
        Run run = revoke("--yes", "--wait", "PT10S");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("Not current after 10 s", "503", "keys rotate")
                .doesNotContain("keys submit");
        assertThat(scenario.value(KEY, KeyStage.CURRENT)).isEqualTo(KeyMarks.REVOKED);
        assertThat(verifies(leaked)).isFalse();
    }

    @Test
    void rotatesOutOfTheMarkAgain() {
        revoke("--yes");
        scenario.submit(KEY, Scenario.SECOND);
        assertThat(scenario.keys("rotate", KEY, "--local-url", "http://127.0.0.1:1")
                        .exit())
                .isZero();
        assertThat(scenario.value(KEY, KeyStage.CURRENT)).isEqualTo(Scenario.SECOND);
    }

    @Test
    void goesOnWhereRevocationWasBrokenOff() {
        String leaked = scenario.versionAt(KEY, KeyStage.CURRENT);
        scenario.secrets.putSecretValue(
                put -> put.secretId("hookwarden/local/" + KEY).secretString(KeyMarks.REVOKED));
        assertThat(verifies(leaked)).isTrue();
        assertThat(revoke("--yes").exit()).isZero();
        assertThat(verifies(leaked)).isFalse();
        assertThat(revoke("--yes").err()).contains("revoked already");
    }

    @Test
    void takesOnlyTheNamedVersionOut() {
        scenario.rotated(KEY);
        String leaked = scenario.versionAt(KEY, KeyStage.PREVIOUS);
        Run run = revoke("--yes", "--version", leaked.substring(0, 8));
        assertThat(run.exit()).isZero();
        assertThat(scenario.value(KEY, KeyStage.CURRENT)).isEqualTo(Scenario.SECOND);
        assertThat(verifies(leaked)).isFalse();
    }

    /** As an unset variable of a script gives it. */
    @Test
    void takesNoEmptyVersionForTheCurrentOne() {
        String current = scenario.versionAt(KEY, KeyStage.CURRENT);

        Run run = revoke("--yes", "--version", "");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(verifies(current)).isTrue();
        assertThat(run.err()).contains("at least 8 characters");
    }

    @Test
    void dropsLeakedCandidateAndEmptiesItsInbox() {
        scenario.failedRotation(KEY, "testSecret");
        String leaked = scenario.versionAt(KEY, KeyStage.PENDING);
        Run run = revoke("--yes", "--version", leaked);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("The inbox held the leaked key; emptied it");
        assertThat(scenario.state(KEY).candidate()).isEmpty();
        assertThat(scenario.inbox(KEY)).isEqualTo(KeyMarks.INBOX_EMPTY);
        assertThat(scenario.value(KEY, KeyStage.CURRENT)).startsWith(Scenario.FIRST);
    }

    @Test
    void leavesAKeyAloneThatBecameCurrentWhileThePersonWasAsked() {
        String leaked = scenario.versionAt(KEY, KeyStage.CURRENT);
        scenario.submit(KEY, Scenario.SECOND);
        scenario.terminal.answer = true;
        scenario.terminal.beforeAnswer = () -> {
            scenario.secrets.rotateSecret(rotate -> rotate.secretId("hookwarden/local/" + KEY));
            scenario.rotations.runAll();
        };

        assertThat(revoke().exit()).isZero();
        assertThat(scenario.value(KEY, KeyStage.CURRENT)).isEqualTo(Scenario.SECOND);
        assertThat(verifies(leaked)).isFalse();
    }

    @Test
    void doesNotCallAVersionRevokedThatThereIsNot() {
        Run run = revoke("--yes", "--version", "00000000-0000-0000-0000-000000000000");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("There is no version 00000000-0000-0000-0000-000000000000");
    }

    @Test
    void changesNothingUnlessToldSo() {
        String leaked = scenario.versionAt(KEY, KeyStage.CURRENT);
        Run run = revoke();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("Nothing was changed");
        assertThat(scenario.terminal.questions).singleElement().asString().contains("nothing verifies until");
        assertThat(scenario.versionAt(KEY, KeyStage.CURRENT)).isEqualTo(leaked);
        scenario.terminal.answer = true;
        assertThat(revoke().exit()).isZero();
    }

    @Test
    void listsWhatTheLeakedKeyHadVerifiedSince() {
        String leaked = scenario.versionAt(KEY, KeyStage.CURRENT);
        var now = scenario.clock.instant();
        scenario.delivered("jobsiteon#new", "job.created", leaked, now.minusSeconds(60));
        scenario.delivered("jobsiteon#old", "job.created", leaked, now.minus(Duration.ofDays(2)));
        scenario.delivered("jobsiteon#other", "job.created", "another", now);
        assertThat(revoke("--yes", "--since", "P1D").out())
                .contains("since 2026-11-22T12:00:00Z: 1", "2026-11-23T11:59:00Z", "jobsiteon#new", "job.created")
                .doesNotContain("#old", "#other");
        assertThat(revoke("--yes", "--version", leaked, "--since", "2026-11-01").out())
                .contains("#old", "#new");
    }

    @Test
    void asksForTheWholeIdOfVersionWithoutLabel() {
        Run run = revoke("--yes", "--version", "0123abcd");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("say the whole id");
    }

    @Test
    void saysThatApiKeySignsNothing() {
        assertThat(scenario.keys("revoke", "zenoo/api-key", "--yes").out()).contains("signs no deliveries");
    }

    @Test
    void refusesSinceThatIsNoTime() {
        Run run = revoke("--yes", "--since", "yesterday");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--since takes");
        assertThat(scenario.state(KEY).revoked()).isFalse();
    }
}
