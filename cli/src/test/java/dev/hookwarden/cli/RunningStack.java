package dev.hookwarden.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hookwarden.cli.surroundings.Surroundings;
import dev.hookwarden.cli.surroundings.Terminal;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.local.sending.WebhookClient;
import dev.hookwarden.local.stack.LocalSettings;
import dev.hookwarden.local.stack.LocalStack;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** A local stack whose bus can be taken away, and the commands at work on it. A failed message comes again at once. */
public final class RunningStack implements AutoCloseable {
    /** Stands in every payload. */
    public static final String PERSONAL = "canary-payload-7d3f";

    /** What is typed where a key is asked for. */
    public static final String OTHER_KEY = "other-key-4e8a2c6f1b9d7305";

    public volatile boolean busIsDown;
    private final LocalStack stack = LocalStack.start(new LocalSettings(
            0,
            0,
            Optional.empty(),
            Duration.ZERO,
            line -> {},
            (api, action, ordinal) ->
                    busIsDown && action.equals("PutEvents") ? new Fault.FailBefore() : new Fault.None()));

    /** A fresh delivery of Zenoo's; gives back the status. */
    public int send(String eventId) throws IOException, InterruptedException {
        return post("{\"event_id\":\"%s\",\"event_type\":\"case.created\",\"name\":\"%s\"}"
                .formatted(eventId, PERSONAL)
                .getBytes(StandardCharsets.UTF_8));
    }

    /** These bytes as a delivery of Zenoo's; gives back the status. */
    public int post(byte[] payload) throws IOException, InterruptedException {
        try (WebhookClient client = new WebhookClient()) {
            return client.post(
                            stack.api().resolve("/webhooks/zenoo"),
                            WebhookClient.sign(Provider.ZENOO, key(), payload),
                            payload)
                    .statusCode();
        }
    }

    /** The key that Zenoo's deliveries are signed with. */
    public SigningKey key() {
        return stack.currentSigningKey(Provider.ZENOO);
    }

    /** Where Zenoo's deliveries go. */
    public String url() {
        return stack.api() + "/webhooks/zenoo";
    }

    /** Where the stack's AWS answers. */
    public URI aws() {
        return stack.aws();
    }

    /** A client of the stack's AWS; the caller closes it. */
    public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(aws())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** Lists again and again until the delivery is in this state; every look waits for the dead-letter queue a second. */
    public void await(String eventId, String state) {
        while (!state.equals(stateOf(eventId))) {
            Thread.onSpinWait();
        }
    }

    private String stateOf(String eventId) {
        return StreamSupport.stream(list().path("deliveries").spliterator(), false)
                .filter(delivery -> delivery.path("deliveryId").asText().equals(eventId))
                .map(delivery -> delivery.path("state").asText())
                .findFirst()
                .orElse("");
    }

    public JsonNode list() {
        try {
            return new ObjectMapper()
                    .readTree(run("deliveries", "list", "--json").out());
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    /** How often the bus got this delivery. */
    public long published(String eventId) {
        return stack.published().stream()
                .filter(event -> event.detail()
                        .path("metadata")
                        .path("deliveryId")
                        .asText()
                        .equals(eventId))
                .count();
    }

    /** Runs one command line to its end. */
    public Run run(String... arguments) {
        return run(InstantSource.system(), new StringWriter(), arguments);
    }

    /** Runs one command line to its end, at this time, with its errors where others can read them meanwhile. */
    public Run run(InstantSource clock, Writer err, String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine hookwarden = Hookwarden.commandLine(new Surroundings(
                        Map.of("AWS_ENDPOINT_URL", aws().toString()), new Nobody(), clock, duration -> {}))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return new Run(hookwarden.execute(arguments), out.toString(), err.toString());
    }

    /** What a command printed, and its exit code. */
    public record Run(int exit, String out, String err) {}

    private static final class Nobody implements Terminal {
        @Override
        public String key(String prompt) {
            return OTHER_KEY;
        }

        @Override
        public boolean agrees(String question) {
            return false;
        }

        @Override
        public boolean isWatched() {
            return false;
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
