package dev.hookwarden.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.hookwarden.signing.KeyStage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RotateTest {
    private static final String KEY = "jobsiteon/api-key";

    private final Scenario scenario = new Scenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    private Run rotate(String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"rotate", KEY, "--local-url", "http://127.0.0.1:1"}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        Run run = scenario.keys(arguments);
        assertThat(run.all()).doesNotContain(Scenario.CANARY);
        return run;
    }

    @Test
    void makesTheSubmittedKeyCurrentAndSaysEachStep() {
        scenario.submit(KEY, Scenario.SECOND);
        Run run = rotate();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("Rotation started", "createSecret", "testSecret", "finishSecret")
                .contains("verifies until 2026-11-30T12:00:02Z", "keys retire jobsiteon/api-key");
        assertThat(scenario.value(KEY, KeyStage.CURRENT)).isEqualTo(Scenario.SECOND);
        assertThat(scenario.state(KEY).inboxWaiting()).isFalse();
    }

    @Test
    void startsNothingWithAnEmptyInbox() {
        Run run = rotate();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("nothing was started", "As Owner", "keys submit jobsiteon/api-key");
        assertThat(scenario.rotations.waiting()).isZero();
    }

    @Test
    void startsNothingWithoutKeyToRotateFrom() {
        scenario.secrets.deleteSecret(
                delete -> delete.secretId("hookwarden/local/" + KEY).forceDeleteWithoutRecovery(true));
        scenario.secrets.createSecret(create -> create.name("hookwarden/local/" + KEY));
        assertThat(rotate().err()).contains("no current key", "keys submit");
    }

    @Test
    void clearsWhatAnEmptyRotationLeftBehind() {
        scenario.failedRotation(KEY, "createSecret");
        Run run = rotate();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("took AWSPENDING off", "which is not current");
    }

    @Test
    void clearsPendingKeyThatIsNotTheSubmittedOne() {
        scenario.failedRotation(KEY, "testSecret");
        scenario.submit(KEY, Scenario.SECOND + "-b");
        assertThat(rotate().exit()).isZero();
        assertThat(scenario.value(KEY, KeyStage.CURRENT)).isEqualTo(Scenario.SECOND + "-b");
    }

    @Test
    void followsTheRotationThatIsUnderWay() {
        scenario.submit(KEY, Scenario.SECOND);
        scenario.rotation.failingStep = "testSecret";
        scenario.secrets.rotateSecret(rotate -> rotate.secretId("hookwarden/local/" + KEY));
        scenario.rotations.runAll();
        String underWay = scenario.versionAt(KEY, KeyStage.PENDING);

        Run run = rotate();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("goes on with it").doesNotContain("took AWSPENDING off");
        assertThat(scenario.versionAt(KEY, KeyStage.PENDING)).isEqualTo(underWay);
    }

    @Test
    void givesUpAfterItsTimeAndSaysWhereToLook() {
        scenario.submit(KEY, Scenario.SECOND);
        scenario.rotation.failingStep = "finishSecret";
        Run run = rotate("--wait", "PT10S");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("createSecret", "testSecret")
                .doesNotContain("finishSecret")
                .contains("Not current after 10 s", "rotation running", "rotation_refused", "keys rotate");
        assertThat(scenario.value(KEY, KeyStage.CURRENT)).startsWith(Scenario.FIRST);
    }

    @Test
    void saysThatSomebodyGaveTheRotationUp() {
        scenario.submit(KEY, Scenario.SECOND);
        scenario.rotation.failingStep = "testSecret";
        scenario.onPause =
                () -> scenario.secrets.updateSecretVersionStage(update -> update.secretId("hookwarden/local/" + KEY)
                        .versionStage("AWSPENDING")
                        .removeFromVersionId(scenario.versionAt(KEY, KeyStage.PENDING)));
        Run run = rotate();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("given up");
    }

    @Test
    void saysThatThereIsNoFunction() {
        scenario.secrets.deleteSecret(
                delete -> delete.secretId("hookwarden/local/" + KEY).forceDeleteWithoutRecovery(true));
        scenario.secrets.createSecret(
                create -> create.name("hookwarden/local/" + KEY).secretString(Scenario.FIRST));
        scenario.submit(KEY, Scenario.SECOND);
        Run run = rotate();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("no rotation function", "Deploy the stack");
    }

    @Test
    void stopsAtRefusalThatNoRepeatCanMend() throws IOException {
        HttpServer stack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stack.createContext("/_hookwarden/rotations", exchange -> {
            byte[] body =
                    """
                    [{"key": "jobsiteon/api-key", "keyVersion": "%1$s", "event": "rotation_refused", "step": "testSecret",
                      "refusal": "CANDIDATE_REJECTED_BY_PROVIDER", "at": "2026-11-23T12:00:03Z"},
                     {"key": "jobsiteon/api-key", "keyVersion": "%1$s", "event": "rotation_refused", "step": "createSecret",
                      "refusal": "CANDIDATE_MISSING", "at": "2026-11-20T12:00:00Z"},
                     {"key": "jobsiteon/api-key", "keyVersion": "another", "event": "rotation_refused", "step": "createSecret",
                      "refusal": "CANDIDATE_MALFORMED", "at": "2026-11-23T12:00:03Z"},
                     {"key": "zenoo/api-key", "keyVersion": "%1$s", "event": "rotation_refused", "step": "createSecret",
                      "refusal": "CANDIDATE_UNCHANGED", "at": "2026-11-23T12:00:03Z"}]
                    """.formatted(scenario.versionAt(KEY, KeyStage.PENDING)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        stack.start();
        scenario.submit(KEY, Scenario.SECOND);
        scenario.rotation.failingStep = "testSecret";
        Run run = scenario.keys(
                "rotate",
                KEY,
                "--local-url",
                "http://127.0.0.1:" + stack.getAddress().getPort());
        stack.stop(0);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "testSecret was refused: CANDIDATE_REJECTED_BY_PROVIDER",
                        "docs/runbook.md",
                        "Submit another key")
                .doesNotContain("CANDIDATE_MISSING", "CANDIDATE_MALFORMED", "CANDIDATE_UNCHANGED");
    }
}
