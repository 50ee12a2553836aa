package dev.hookwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.cli.surroundings.Pause;
import dev.hookwarden.cli.surroundings.ProcessTerminal;
import dev.hookwarden.cli.surroundings.Surroundings;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.stack.LocalSettings;
import dev.hookwarden.local.stack.LocalStack;
import dev.hookwarden.provider.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import picocli.CommandLine;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class SendCommandTest {
    private static final String KEY = "5a1f0c7be29d48e6a3b8c4d7f6e50912";

    static final List<Provider> PROVIDERS = Provider.ALL;

    private static LocalStack stack;

    private final InputStream terminal = System.in;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        stack = LocalStack.start(
                new LocalSettings(0, 0, Optional.empty(), Duration.ofSeconds(2), line -> {}, FaultPlan.none()));
        try (SecretsManagerClient secrets = LocalSecrets.client(stack.aws())) {
            secrets.putSecretValue(value ->
                    value.secretId("hookwarden/local/zenoo/signing-key").secretString(KEY));
        }
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @AfterEach
    void giveTheTerminalBack() {
        System.setIn(terminal);
    }

    @Test
    void sendsAFreshSample() {
        assertThat(send(KEY, "zenoo", "--url", url(Provider.ZENOO), "--key-stdin"))
                .isZero();
        assertThat(out.toString()).startsWith("200 ");
    }

    @ParameterizedTest
    @FieldSource("PROVIDERS")
    void sendsAsEachProviderDoes(Provider provider) {
        assertThat(send(keyOf(provider), provider.id(), "--url", url(provider), "--key-stdin"))
                .isZero();
        assertThat(out.toString()).startsWith("200 ");
    }

    @Test
    void sendsTheEventTypeInItsHeaderWhereTheProviderDoes() {
        send(keyOf(Provider.GITHUB), "github", "--url", url(Provider.GITHUB), "--key-stdin");

        assertThat(stack.deliveries().findValuesAsText("eventType")).contains("push");
    }

    private static String keyOf(Provider provider) {
        try (SecretsManagerClient secrets = LocalSecrets.client(stack.aws())) {
            return secrets.getSecretValue(value -> value.secretId(
                            "hookwarden/local/" + provider.signingKey().id()))
                    .secretString();
        }
    }

    @Test
    void sendsTheBytesOfAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("payload.json"), "{\"event_id\":\"evt_of_a_file\"}");

        assertThat(send(KEY, "zenoo", "--url", url(Provider.ZENOO), "--key-stdin", "--file", file.toString()))
                .isZero();
        assertThat(stack.deliveries().findValuesAsText("deliveryId")).contains("evt_of_a_file");
    }

    @Test
    void takesTheLineBreakOffAKeyFromStandardInput() {
        assertThat(send(KEY + "\n", "zenoo", "--url", url(Provider.ZENOO), "--key-stdin"))
                .isZero();
    }

    @Test
    void saysNoWhenThePayloadWasChanged() {
        assertThat(send(KEY, "zenoo", "--url", url(Provider.ZENOO), "--key-stdin", "--tamper"))
                .isOne();
        assertThat(out.toString()).startsWith("401 ");
    }

    @Test
    void changesAnEmptyPayloadToo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("payload.json"), "");

        assertThat(send(
                        KEY,
                        "zenoo",
                        "--url",
                        url(Provider.ZENOO),
                        "--key-stdin",
                        "--tamper",
                        "--file",
                        file.toString()))
                .isOne();
        assertThat(out.toString()).startsWith("401 ");
    }

    @Test
    void saysNoWhenTheKeyIsAnothers() {
        assertThat(send(KEY, "jobsiteon", "--url", url(Provider.JOBSITEON), "--key-stdin"))
                .isOne();
    }

    @Test
    void refusesAKeyThatIsNoneWithoutShowingIt() {
        assertThat(send("short", "zenoo", "--url", url(Provider.ZENOO), "--key-stdin"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("shorter than 16").doesNotContain("short\n");
    }

    @Test
    void namesTheProvidersThatThereAre() {
        assertThat(send(KEY, "acme", "--key-stdin")).isEqualTo(2);
        assertThat(err.toString()).contains("zenoo, jobsiteon, github, stripe, standard-webhooks");
    }

    @Test
    void saysHowToStartTheStackWhenNothingAnswers() {
        assertThat(send(KEY, "zenoo", "--url", "http://127.0.0.1:1/webhooks/zenoo", "--key-stdin"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("./hookwarden local").doesNotContain("\tat ");
    }

    @Test
    void readsTheKeyFromTheLocalStack() {
        assertThat(sendWithTheStacksKey(stack.aws())).isZero();
        assertThat(out.toString()).startsWith("200 ");
    }

    @Test
    void saysHowToStartTheStackWhenNothingAnswersForItsKeys() {
        assertThat(sendWithTheStacksKey(URI.create("http://127.0.0.1:1"))).isEqualTo(3);
        assertThat(err.toString()).contains("No local stack answers at http://127.0.0.1:1. Start it");
    }

    @Test
    void saysWhenWhatAnswersHasNoKeys() {
        assertThat(sendWithTheStacksKey(stack.api())).isEqualTo(3);
        assertThat(err.toString())
                .contains("What answers at " + stack.api() + " is no local stack, or has no key of zenoo");
    }

    @Test
    void saysWhichFileCannotBeRead(@TempDir Path folder) {
        Path none = folder.resolve("none.json");

        assertThat(send(KEY, "zenoo", "--url", url(Provider.ZENOO), "--key-stdin", "--file", none.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--file can't be read: " + none);
    }

    private static String url(Provider provider) {
        return stack.api() + "/webhooks/" + provider.id();
    }

    private int sendWithTheStacksKey(URI aws) {
        return send(aws, "zenoo", "--url", url(Provider.ZENOO));
    }

    private int send(String standardInput, String... arguments) {
        System.setIn(new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)));
        return send(stack.aws(), arguments);
    }

    private int send(URI aws, String... arguments) {
        Surroundings surroundings = new Surroundings(
                Map.of("AWS_ENDPOINT_URL", aws.toString()),
                new ProcessTerminal(),
                InstantSource.system(),
                Pause.sleeping());
        CommandLine commandLine = Hookwarden.commandLine(surroundings)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "send";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return commandLine.execute(all);
    }
}
