package dev.hookwarden.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.signing.KeyStage;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetireTest {
    private static final String KEY = "jobsiteon/api-key";

    private final Scenario scenario = new Scenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    private Run retire(String... more) {
        Run run = scenario.keys(
                Stream.concat(Stream.of("retire", KEY), Stream.of(more)).toArray(String[]::new));
        assertThat(run.all()).doesNotContain(Scenario.CANARY);
        return run;
    }

    private String rotated() {
        scenario.rotated(KEY);
        return scenario.versionAt(KEY, KeyStage.PREVIOUS);
    }

    private void verified(String version, Duration ago) {
        scenario.delivered(
                "jobsiteon#d-1",
                "job.created",
                version,
                scenario.clock.instant().minus(ago));
    }

    @Test
    void takesThePreviousKeyOutWhenItHasVerifiedNothingLately() {
        String previous = rotated();
        verified(previous, Duration.ofHours(24));
        Run run = retire();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains(
                        "last verified a delivery at 2026-11-22T12:00:00Z",
                        "Retired version " + previous.substring(0, 8));
        assertThat(scenario.state(KEY).at(KeyStage.PREVIOUS)).isEmpty();
        assertThat(scenario.terminal.questions).isEmpty();
    }

    @Test
    void asksWhenThePreviousKeyVerifiedSomethingLately() {
        String previous = rotated();
        verified(previous, Duration.ofHours(23));
        Run run = retire();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("Nothing was changed", "--yes");
        assertThat(scenario.terminal.questions).singleElement().asString().contains("less than 24 hours");
        assertThat(scenario.versionAt(KEY, KeyStage.PREVIOUS)).isEqualTo(previous);

        scenario.terminal.answer = true;
        assertThat(retire().exit()).isZero();
    }

    @Test
    void doesNotAskWhenToldSo() {
        verified(rotated(), Duration.ofMinutes(1));
        assertThat(retire("--yes").exit()).isZero();
        assertThat(scenario.terminal.questions).isEmpty();
    }

    @Test
    void countsOnlyThePreviousVersionsDeliveriesAndNoCanaries() {
        String previous = rotated();
        verified(scenario.versionAt(KEY, KeyStage.CURRENT), Duration.ofMinutes(1));
        scenario.delivered("jobsiteon#canary:1", "hookwarden.canary", previous, scenario.clock.instant());
        assertThat(retire().out()).contains("has verified no delivery");
    }

    @Test
    void takesPendingOffBeforePreviousSoThatItCantVerifyAsCandidate() {
        String previous = rotated();
        scenario.secrets.updateSecretVersionStage(update -> update.secretId("hookwarden/local/" + KEY)
                .versionStage("AWSPENDING")
                .moveToVersionId(previous));
        assertThat(retire().exit()).isZero();
        assertThat(scenario.state(KEY).versions()).noneMatch(version -> version.isAt(KeyStage.PENDING));
    }

    @Test
    void refusesWithoutPreviousKey() {
        Run run = retire();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("nothing to retire");
    }

    @Test
    void asksForTheTableThatItDoesNotFind() {
        rotated();
        Run run = scenario.keys("retire", "zenoo/api-key");
        assertThat(run.err()).contains("nothing to retire");
        assertThat(retire("--table", "elsewhere").exit()).isEqualTo(3);
    }
}
