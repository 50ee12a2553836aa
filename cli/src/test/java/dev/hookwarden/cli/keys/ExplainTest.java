package dev.hookwarden.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.KeyStage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
    private static final String KEY = "zenoo/signing-key";
    private static final String PAYLOAD = "{\"event_id\":\"evt_canary\",\"amount\":10}";

    private final Scenario scenario = new Scenario();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void capture() throws IOException {
        headers("X-Zenoo-Signature: " + signature(Scenario.FIRST + KEY));
        body(PAYLOAD);
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    private String signature(String key) {
        return Provider.ZENOO
                .scheme()
                .sign(
                        Provider.ZENOO.scheme().signingKey(key),
                        PAYLOAD.getBytes(StandardCharsets.UTF_8),
                        "",
                        scenario.clock.instant())
                .getOrDefault("X-Zenoo-Signature", "");
    }

    private void headers(String text) throws IOException {
        Files.writeString(folder.resolve("headers"), text);
    }

    private void body(String text) throws IOException {
        Files.writeString(folder.resolve("body"), text);
    }

    private Run explain(String... more) {
        String[] files = {
            "zenoo",
            "--headers",
            folder.resolve("headers").toString(),
            "--body",
            folder.resolve("body").toString()
        };
        String[] all = Stream.of(files, more).flatMap(Stream::of).toArray(String[]::new);
        Run run = scenario.explain(all);
        assertThat(run.all()).doesNotContain(Scenario.CANARY).doesNotContain("evt_", signature(Scenario.FIRST + KEY));
        return run;
    }

    @Test
    void saysWhichKeyVerifies() {
        Run run = explain();

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("It verifies with zenoo/signing-key, current, version "
                        + scenario.versionAt(KEY, KeyStage.CURRENT).substring(0, 8));
    }

    @Test
    void saysThatTheBodyWasChanged() throws IOException {
        body(PAYLOAD + "\n");
        Run run = explain();

        assertThat(run.exit()).isOne();
        assertThat(run.out())
                .contains(
                        "FAILED",
                        "It is refused: signature_mismatch. The body was changed: a line break was added at its end.")
                .contains("Next: ", "--data-binary");
    }

    @Test
    void saysThatTheKeyWasReplaced() {
        scenario.rotated(KEY);
        scenario.clock.advance(Duration.ofHours(3));
        Run run = explain();

        assertThat(run.exit()).isOne();
        assertThat(run.out()).contains("a key that stopped verifying 3 h before the attempt came");
    }

    @Test
    void triesVersionsWithoutAStageToo() {
        scenario.rotated(KEY);
        scenario.secrets.putSecretValue(
                put -> put.secretId("hookwarden/local/" + KEY).secretString("canary-3rd-17c1e24a9b3d5f60"));
        scenario.secrets.putSecretValue(
                put -> put.secretId("hookwarden/local/" + KEY).secretString("canary-4th-0b2d4f6a8c1e3a57"));

        assertThat(explain().out()).contains("a key that stopped verifying");
    }

    @Test
    void namesAVersionWhoseValueCannotBeRead() {
        scenario.failedRotation(KEY, "createSecret");

        assertThat(explain().out()).contains("Not tried, for its value can't be read: zenoo/signing-key, version ");
    }

    @Test
    void takesTheOneKeyFromStandardInput() throws IOException {
        headers("X-Zenoo-Signature: " + signature(Scenario.SECOND));
        assertThat(explain().exit()).isOne();

        scenario.terminal.key = Scenario.SECOND;
        assertThat(explain("--key-stdin").exit()).isZero();
    }

    @Test
    void explainsAsJson() throws IOException {
        body(PAYLOAD + "\n");
        JsonNode json = new ObjectMapper().readTree(explain("--json").out());

        assertThat(json.path("verdict").asText()).isEqualTo("fails");
        assertThat(json.path("reason").asText()).isEqualTo("signature_mismatch");
        assertThat(json.path("causes").findValuesAsText("mistake")).containsExactly("payload_line_ends");
        assertThat(json.path("steps").findValuesAsText("outcome"))
                .containsExactly("passed", "passed", "passed", "passed", "failed", "noted");
    }

    @Test
    void saysWhatIsTurnedAwayBeforeItsSignatureIsLookedAt() throws IOException {
        headers("X-Zenoo-Signature: " + signature(Scenario.FIRST + KEY) + "\nContent-Encoding: gzip");
        Run run = explain();
        assertThat(run.exit()).isOne();
        assertThat(run.out())
                .contains("It is turned away with 415", "But for that, it verifies with " + KEY)
                .contains("Next: Have the provider send the body uncompressed.")
                .doesNotContain("keys list");

        JsonNode json = new ObjectMapper().readTree(explain("--json").out());
        assertThat(json.path("verdict").asText()).isEqualTo("turned_away");
        assertThat(json.path("step").asText()).isEqualTo("payload");
        assertThat(json.path("reason").asText()).isEqualTo("content_encoding_unsupported");
    }

    @Test
    void refusesFilesThatAreNoneWithoutShowingThem() throws IOException {
        headers("X-Zenoo-Signature: abc\nevt_secret\n");
        Run run = explain();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("line 2 is no header");

        Run missing =
                scenario.explain("zenoo", "--headers", folder.resolve("none").toString());
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).contains("There is no file");
    }

    @Test
    void asksForTheBodyWhereTheHeadersComeWithoutIt() {
        Run run =
                scenario.explain("zenoo", "--headers", folder.resolve("headers").toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--body F");
    }

    @Test
    void namesTheProvidersThatThereAre() {
        Run run =
                scenario.explain("acme", "--headers", folder.resolve("headers").toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("zenoo, jobsiteon");
    }
}
