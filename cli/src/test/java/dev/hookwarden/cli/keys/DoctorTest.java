package dev.hookwarden.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.signing.KeyStage;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoctorTest {
    private static final String KEY = "jobsiteon/api-key";

    private final Scenario scenario = new Scenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    private Run doctor(String... more) {
        Run run = scenario.keys(
                Stream.concat(Stream.of("doctor"), Stream.of(more)).toArray(String[]::new));
        assertThat(run.all()).doesNotContain(Scenario.CANARY);
        return run;
    }

    @Test
    void findsEveryKeyHealthy() {
        Run run = doctor();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                        zenoo/signing-key: healthy
                        zenoo/api-key: healthy
                        jobsiteon/api-key: healthy
                        github/signing-key: healthy
                        stripe/signing-key: healthy
                        standard-webhooks/signing-key: healthy
                        """);
    }

    @Test
    void looksAtOneKeyAlone() {
        scenario.failedRotation(KEY, "testSecret");
        assertThat(doctor("zenoo/api-key").exit()).isZero();
        assertThat(doctor(KEY).exit()).isEqualTo(1);
        assertThat(doctor().exit()).isEqualTo(1);
    }

    @Test
    void takesOrphanedPendingLabelOff() {
        scenario.failedRotation(KEY, "testSecret");
        assertThat(doctor(KEY).out()).contains("orphaned pending", "cause:", "keys doctor jobsiteon/api-key --repair");
        assertThat(scenario.state(KEY).candidate()).isPresent();

        Run run = doctor(KEY, "--repair");
        assertThat(run.out()).contains("done: took AWSPENDING off");
        assertThat(run.exit()).as("a key still waits in the inbox").isEqualTo(1);
        assertThat(scenario.state(KEY).candidate()).isEmpty();
        assertThat(doctor(KEY).out()).contains("inbox waiting", "./hookwarden keys rotate jobsiteon/api-key");
    }

    @Test
    void takesEmptyPendingLabelOff() {
        scenario.failedRotation(KEY, "createSecret");
        scenario.submit(KEY, "empty");
        Run run = doctor(KEY, "--repair");
        assertThat(run.out()).contains("empty pending", "done: took AWSPENDING off");
        assertThat(run.exit()).isZero();
    }

    @Test
    void leavesRotationAloneThatMayBeRunning() {
        scenario.failedRotation(KEY, "testSecret");
        scenario.submit("zenoo/api-key", Scenario.SECOND);
        scenario.rotation.failingStep = "testSecret";
        scenario.secrets.rotateSecret(rotate -> rotate.secretId("hookwarden/local/zenoo/api-key"));
        scenario.rotations.runAll();
        Run run = doctor("zenoo/api-key", "--repair");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("rotation running");
        assertThat(scenario.state("zenoo/api-key").candidate()).isPresent();
    }

    @Test
    void takesPreviousOffPastItsDeadline() {
        scenario.rotated(KEY);
        assertThat(doctor(KEY).exit()).isZero();
        scenario.clock.advance(Duration.ofDays(7));
        assertThat(doctor(KEY).out()).contains("previous past its deadline");
        assertThat(doctor(KEY, "--repair").exit()).isZero();
        assertThat(scenario.state(KEY).at(KeyStage.PREVIOUS)).isEmpty();
    }

    @Test
    void saysWhatToDoAboutAnOldKey() {
        scenario.clock.advance(Duration.ofDays(90));
        Run run = doctor(KEY, "--repair");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("key overdue", "keys submit jobsiteon/api-key");
    }

    @Test
    void givesJsonToPrograms() {
        scenario.failedRotation(KEY, "testSecret");
        assertThat(doctor(KEY, "--json").out())
                .contains("\"key\" : \"jobsiteon/api-key\"", "\"state\" : \"orphaned pending\"");
        assertThat(doctor(KEY, "--json", "--repair").out()).contains("\"state\" : \"inbox waiting\"");
    }
}
