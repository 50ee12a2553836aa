package dev.hookwarden.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hookwarden.signing.KeyStage;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListAndStatusTest {
    private final Scenario scenario = new Scenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void listsOneLineForEachKey() {
        scenario.rotated("jobsiteon/api-key");
        Run run = scenario.keys("list");
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines()).hasSize(7);
        assertThat(run.out().lines().skip(1)).allMatch(line -> line.contains("healthy"));
        assertThat(run.out())
                .contains("2026-11-30T12:00:00Z")
                .contains(scenario.versionAt("jobsiteon/api-key", KeyStage.PREVIOUS)
                                .substring(0, 8) + " AWSPREVIOUS")
                .doesNotContain(Scenario.CANARY);
    }

    @Test
    void leavesOutKeysThatTheInstallationDoesNotHave() {
        scenario.secrets.deleteSecret(
                delete -> delete.secretId("hookwarden/local/jobsiteon/api-key").forceDeleteWithoutRecovery(true));
        assertThat(scenario.keys("list").out().lines()).hasSize(6);
        Run status = scenario.keys("status", "jobsiteon/api-key");
        assertThat(status.exit()).isEqualTo(1);
        assertThat(status.err()).contains("There is no secret hookwarden/local/jobsiteon/api-key", "--stack");
    }

    @Test
    void listsAsJson() throws IOException {
        JsonNode keys =
                new ObjectMapper().readTree(scenario.keys("list", "--json").out());
        assertThat(keys.findValuesAsText("key"))
                .containsExactly(
                        "zenoo/signing-key",
                        "zenoo/api-key",
                        "jobsiteon/api-key",
                        "github/signing-key",
                        "stripe/signing-key",
                        "standard-webhooks/signing-key");
        assertThat(keys.findValuesAsText("ageDays")).containsOnly("1");
    }

    @Test
    void showsEverythingOfOneKeyButItsValue() {
        scenario.failedRotation("zenoo/signing-key", "createSecret");
        Run run = scenario.keys("status", "zenoo/signing-key");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("empty pending", "a key waits", "1 d of 90 d", "AWSCURRENT, created 2026-11-22T12:00:00Z")
                .contains("without a value")
                .doesNotContain(Scenario.CANARY);
        assertThat(scenario.keys("status", "zenoo/signing-key", "--json").out()).contains("\"inbox\" : \"waiting\"");
    }

    @Test
    void refusesKeyThatThereIsNot() {
        Run run = scenario.keys("status", "zenoo/password");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("zenoo/signing-key, zenoo/api-key, jobsiteon/api-key");
    }

    @Test
    void refusesStageAndProfileThatMakeNoSense() {
        assertThat(scenario.keys("list", "--stack", "Prod/1").exit()).isEqualTo(2);
        Run profileAlone = scenario.keys("list", "--profile", "operator");
        assertThat(profileAlone.exit()).isEqualTo(2);
        assertThat(profileAlone.err()).contains("--stack STAGE");
    }

    @Test
    void saysThatNoLocalStackAnswers() {
        Run run = scenario.keys(Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:1"), "list");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("./hookwarden local", "--stack STAGE");
    }

    @Test
    void sayThereIsNothingToDoWithoutVerb() {
        assertThat(scenario.keys().exit()).isEqualTo(2);
    }
}
