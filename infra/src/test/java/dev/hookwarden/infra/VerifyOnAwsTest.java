package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code infra/verify-on-aws} with stand-ins for the programs that it calls: shows its own logic, and nothing of AWS. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class VerifyOnAwsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path room;

    @Test
    void passesWhereAllIsAsItShouldBe() throws Exception {
        Run run = run(Map.of());

        assertThat(run.table())
                .doesNotContain("FAIL")
                .contains("PASS  a rotation succeeds", "PASS  everything is deleted");
        assertThat(run.status()).isZero();
    }

    @Test
    void failsWhereAForgeryIsTaken() throws Exception {
        Run run = run(Map.of("TAKES_FORGERIES", "yes"));

        assertThat(run.table()).containsPattern("FAIL +a forgery is answered 401 +answered 200, not 401");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void failsWhereAWallIsOpen() throws Exception {
        Run run = run(Map.of("OPEN_WALLS", "yes"));

        assertThat(run.table())
                .containsPattern("FAIL +whoever deployed cannot read a key +was allowed")
                .containsPattern("FAIL +the queue refuses plain transport +was allowed");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void takesAFailedDeploymentAway() throws Exception {
        Run run = run(Map.of("BROKEN_DEPLOYMENT", "yes"));

        assertThat(run.table())
                .containsPattern("FAIL +sam deploy +ROLLBACK_COMPLETE")
                .doesNotContain("forgery");
        assertThat(run.asked()).contains("aws cloudformation delete-stack");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void leavesTheInstallationWhenToldSo() throws Exception {
        Run run = run(Map.of(), "--keep");

        assertThat(run.table()).contains("SKIP  everything is deleted");
        assertThat(run.asked()).doesNotContain("delete-stack", "schedule-key-deletion");
    }

    @Test
    void deletesWhatOutlivesItsStackAndNothingElse() throws Exception {
        Run run = run(Map.of());

        assertThat(run.asked())
                .containsPattern("list-secrets --filters Key=name,Values=hookwarden/verify-\\d{10}/")
                .containsPattern("list-queues --queue-name-prefix hookwarden-verify-\\d{10}-")
                .containsPattern("describe-log-groups --log-group-name-prefix /hookwarden/verify-\\d{10}/")
                .containsPattern("list-tables --query TableNames\\[\\?starts_with\\(@, 'hookwarden-verify-\\d{10}-'\\)")
                .contains("s3 rb --force s3://one", "s3 rb --force s3://two")
                .contains("--key-id arn:aws:kms:us-east-1:123456789012:key/k");
    }

    @Test
    void showsNoKey() throws Exception {
        Run run = run(Map.of());

        assertThat(run.table() + run.asked()).doesNotContainPattern("[0-9a-f]{64}");
    }

    private Run run(Map<String, String> circumstances, String... arguments) throws IOException, InterruptedException {
        Path stubs = Templates.CHECKOUT.resolve("infra/src/test/resources/stubs");
        ProcessBuilder program = new ProcessBuilder(
                "bash", Templates.CHECKOUT.resolve("infra/verify-on-aws").toString());
        program.command().addAll(List.of(arguments));
        Path asked = Files.createDirectories(room).resolve("asked");
        program.environment().putAll(circumstances);
        program.environment().put("PATH", stubs + ":" + System.getenv("PATH"));
        program.environment().put("HOOKWARDEN", stubs.resolve("hookwarden").toString());
        program.environment().put("ASKED", asked.toString());
        program.environment().put("STATE", room.toString());
        program.environment().put("VERIFY_PAUSE", "0");
        Path printed = room.resolve("printed");
        Process process = program.redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        return new Run(process.waitFor(), Files.readString(printed), Files.readString(asked));
    }

    /**
     * @param table what it printed
     * @param asked how it called the stand-ins
     */
    private record Run(int status, String table, String asked) {}
}
