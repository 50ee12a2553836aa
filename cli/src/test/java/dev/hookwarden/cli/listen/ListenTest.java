package dev.hookwarden.cli.listen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hookwarden.cli.Documented;
import dev.hookwarden.cli.RunningStack;
import dev.hookwarden.cli.RunningStack.Run;
import dev.hookwarden.cli.listen.Application.Received;
import dev.hookwarden.http.Headers;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.Keyring;
import dev.hookwarden.signing.SigningKey;
import dev.hookwarden.signing.StagedKey;
import dev.hookwarden.signing.Verification.Verified;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.sqs.SqsClient;

@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class ListenTest {
    private final RunningStack stack = new RunningStack();
    private final EventBridgeClient events = stack.client(EventBridgeClient.builder());
    private final SqsClient sqs = stack.client(SqsClient.builder());
    private Application application;

    @BeforeEach
    void open() throws IOException {
        application = new Application();
    }

    @AfterEach
    void leavesNothingBehind() {
        application.close();
        assertThat(rules()).isEmpty();
        assertThat(queues()).isEmpty();
    }

    @AfterAll
    void stop() {
        sqs.close();
        events.close();
        stack.close();
    }

    private List<String> rules() {
        return events.listRules(list -> list.eventBusName("hookwarden-local")).rules().stream()
                .map(Rule::name)
                .toList();
    }

    private List<String> queues() {
        return sqs.listQueues(list -> list.queueNamePrefix("hookwarden-local-listen"))
                .queueUrls();
    }

    private Run listenFor(byte[] payload, String... more) throws IOException, InterruptedException {
        Listener listener = Listener.start(
                stack,
                Stream.concat(List.of("--forward", application.url(), "--count", "1").stream(), List.of(more).stream())
                        .toArray(String[]::new));
        assertThat(rules()).hasSize(1);
        assertThat(queues()).hasSize(1);
        assertThat(stack.post(payload)).isEqualTo(200);
        return listener.end();
    }

    private static byte[] payload(String eventId) {
        return "{\"event_id\":\"%s\",\"event_type\":\"case.created\",\"amount\":10.1,\"name\":\"%s\"}"
                .formatted(eventId, RunningStack.PERSONAL)
                .getBytes(UTF_8);
    }

    private static boolean isSignedBy(SigningKey key, Received received) {
        return Provider.ZENOO
                        .scheme()
                        .verify(
                                Headers.of(received.headers()),
                                received.bytes(),
                                new Keyring(List.of(new StagedKey(key, KeyStage.CURRENT, "v"))),
                                Instant.now())
                instanceof Verified;
    }

    @Test
    void forwardsACopyThatTheApplicationCanVerify() throws IOException, InterruptedException {
        Run run = listenFor(payload("evt_copy"));

        Received received = application.received.take();
        assertThat(received.bytes()).isEqualTo(payload("evt_copy"));
        assertThat(isSignedBy(stack.key(), received)).isTrue();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .containsPattern("Z  zenoo  case.created  evt_copy  key [0-9a-f-]{8}  intact  200  \\d+ ms\n")
                .doesNotContain(RunningStack.PERSONAL);
    }

    @Test
    void saysWhenTheBusWroteThePayloadInAnotherWay() throws IOException, InterruptedException {
        Run run = listenFor("{ \"event_id\": \"evt_blanks\" }".getBytes(UTF_8));

        assertThat(run.out()).contains("evt_blanks", "re-serialised on the bus", "200");
        assertThat(isSignedBy(stack.key(), application.received.take())).isTrue();
    }

    @Test
    void forwardsBytesThatAreNoJson() throws IOException, InterruptedException {
        byte[] payload = {'n', 'o', (byte) 0xff, 0};

        assertThat(listenFor(payload).out()).contains("intact");
        assertThat(application.received.take().bytes()).isEqualTo(payload);
    }

    @Test
    void fetchesALargePayloadFromTheBucket() throws IOException, InterruptedException {
        byte[] payload = ("{\"event_id\":\"evt_large\",\"filler\":\"" + "x".repeat(1_500_000) + "\"}").getBytes(UTF_8);

        assertThat(listenFor(payload).out()).contains("evt_large", "intact");
        assertThat(application.received.take().bytes()).isEqualTo(payload);
    }

    @Test
    void signsWithTheApplicationsOwnKeyIfOneIsGiven() throws IOException, InterruptedException {
        listenFor(payload("evt_own"), "--key-stdin");

        assertThat(isSignedBy(Provider.ZENOO.scheme().signingKey(RunningStack.OTHER_KEY), application.received.take()))
                .isTrue();
    }

    @Test
    void forwardsWithoutASignatureIfThatIsSaid() throws IOException, InterruptedException {
        listenFor(payload("evt_unsigned"), "--unsigned");

        assertThat(application.received.take().headers().keySet())
                .noneMatch(name -> name.equalsIgnoreCase("X-Zenoo-Signature"));
    }

    @Test
    void showsThePayloadOnlyIfThatIsSaid() throws IOException, InterruptedException {
        assertThat(listenFor(payload("evt_shown"), "--show-payload").out()).contains(RunningStack.PERSONAL);
    }

    @Test
    void givesProgramsWhatIsDocumented() throws IOException, InterruptedException {
        String line = listenFor(payload("evt_json"), "--json").out();

        assertThat(line).hasLineCount(1);
        assertThat(new ObjectMapper().readTree(line).fieldNames())
                .toIterable()
                .containsExactlyElementsOf(Documented.fields("| `listen PROVIDER`"));
    }

    @Test
    void saysWhenTheApplicationRefuses() throws IOException, InterruptedException {
        application.status = 500;

        Run run = listenFor(payload("evt_refused"));

        assertThat(run.exit()).isOne();
        assertThat(run.out()).contains("500");
    }

    @Test
    void saysWhenNothingAnswers() throws IOException, InterruptedException {
        application.close();

        assertThat(listenFor(payload("evt_nowhere")).out()).contains("not forwarded: nothing answers there");
    }

    @Test
    void removesEverythingWhenItIsInterrupted() throws InterruptedException {
        Listener listener = Listener.start(stack, "--forward", application.url());
        assertThat(rules()).hasSize(1);
        listener.interrupt();

        assertThat(listener.end().exit()).isZero();
    }

    /** As Ctrl-C does, in a process of its own. */
    @Test
    void removesEverythingWhenItsProcessIsTerminated() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.hookwarden.cli.Hookwarden",
                "listen",
                "zenoo",
                "--forward",
                application.url());
        builder.environment().put("AWS_ENDPOINT_URL", stack.aws().toString());
        Process process = builder.redirectOutput(new File("/dev/null")).start();
        try (BufferedReader err = process.errorReader()) {
            assertThat(err.lines().anyMatch(line -> line.contains("Listening for zenoo")))
                    .isTrue();
            assertThat(rules()).hasSize(1);

            process.destroy();
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void removesWhatAKilledListenerLeft() throws InterruptedException {
        ListenerNames killed = ListenerNames.fresh("local", new SplittableRandom(1));
        new Subscription(events, sqs, killed).open(Provider.ZENOO, Instant.now());

        Listener early = Listener.start(stack, "--forward", application.url());
        assertThat(rules()).hasSize(2);
        early.interrupt();
        early.end();
        Listener later = Listener.start(
                stack,
                InstantSource.offset(InstantSource.system(), Duration.ofMinutes(61)),
                "--forward",
                application.url());
        assertThat(rules()).hasSize(1).doesNotContain(killed.name());
        later.interrupt();

        assertThat(later.end().err()).contains("Removed " + killed.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1/webhooks",
                "http://localhost.example.com/",
                "ftp://127.0.0.1/",
                "http:///webhooks",
                "webhooks",
                "http://user:password@127.0.0.1/",
                "http://user:password@127.0.0.1:x y/"
            })
    void sendsNothingToAnotherMachine(String address) {
        Run run = stack.run("listen", "zenoo", "--forward", address);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--forward").doesNotContain("password@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void endsAfterACopyAtLeast(String count) {
        Run run = stack.run("listen", "zenoo", "--forward", application.url(), "--count", count);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--count takes a number from 1 on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/", "https://127.0.0.2:1/", "http://[::1]:1/"})
    void knowsThisMachine(String address) {
        assertThat(ForwardAddress.defect(URI.create(address), false)).isEmpty();
    }

    @Test
    void sendsToAnotherMachineIfThatIsSaid() {
        assertThat(ForwardAddress.defect(URI.create("https://dev.example.com/hooks"), true))
                .isEmpty();
    }
}
