package dev.hookwarden.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.lambda.LocalContext;
import dev.hookwarden.local.providers.SimulatedProviders;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.processor.AwsBackedCalls;
import dev.hookwarden.processor.AwsClients;
import dev.hookwarden.processor.ProcessorConfig;
import dev.hookwarden.processor.ProcessorHandler;
import dev.hookwarden.processor.enrichment.EnrichmentConfig;
import dev.hookwarden.processor.enrichment.EnrichmentPlan;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.PlainHttp;
import dev.hookwarden.signing.KeyStage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The processor that is told to fetch: its key out of Secrets Manager, its calls counted in DynamoDB, Zenoo over a socket. */
class EnrichmentTest {
    private static final String SECRET = "hookwarden/local/zenoo/api-key";
    private static final List<LogLine> LINES = new CopyOnWriteArrayList<>();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private static LocalAws aws;
    private static SecretsManagerClient secrets;
    private static SimulatedProviders providers;
    private static HttpServer server;

    private ProcessorHandler processor;
    private int published;

    @BeforeAll
    static void startEverythingAround() throws IOException {
        LocalSettings settings = new LocalSettings(0, 0, Optional.empty(), Duration.ZERO, LINES::add, FaultPlan.none());
        aws = LocalAws.start(settings, DataFolder.open(Optional.empty()), new LocalRotation(), InstantSource.system());
        secrets = aws.client(SecretsManagerClient.builder());
        secrets.createSecret(secret -> secret.name(SECRET).secretString("nobody-has-issued-this-key"));
        providers = SimulatedProviders.create(Optional.empty(), InstantSource.system());
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(THREADS);
        server.createContext(SimulatedProviders.PATH, providers.front());
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        THREADS.shutdownNow();
        providers.close();
        aws.close();
        HTTP.close();
    }

    @BeforeEach
    void startWithALiveKey() throws Exception {
        putKey(issueKey());
        start();
        published = aws.events().events().size();
        LINES.clear();
    }

    private void start() {
        EnrichmentPlan plan = new EnrichmentPlan(
                Provider.ZENOO.withApi(Provider.ZENOO.api().at(zenoo(""))),
                "pull-result",
                "pull",
                "/api/gateway/sharable-payload/",
                JsonPointer.compile("/data/pull_token"));
        EnrichmentConfig enrichment = new EnrichmentConfig(List.of(plan), LocalKeys.NAMES, LocalAws.RATE_LIMIT_TABLE);
        DynamoDbClient dynamoDb = aws.client(DynamoDbClient.builder());
        processor = new ProcessorHandler(
                new ProcessorConfig(LocalAws.BUS, LocalAws.TABLE, Duration.ofDays(15), LocalAws.PAYLOAD_BUCKET)
                        .fetching(enrichment),
                new AwsClients(dynamoDb, aws.client(EventBridgeClient.builder()), aws.s3()),
                () -> AwsBackedCalls.of(enrichment, secrets, dynamoDb, PlainHttp.TO_THIS_MACHINE, LINES::add),
                InstantSource.system(),
                LINES::add);
    }

    @Test
    void putsTheResultBesideThePayload() throws Exception {
        putResult("tok_ready", "{\"path\":\"%s\",\"body\":{\"verdict\":\"Pass\"}}");

        assertThat(process("tok_ready")).isTrue();
        assertThat(enrichment()).isEqualTo("{\"status\":\"found\",\"body\":{\"verdict\":\"Pass\"}}");
        assertThat(LINES).extracting(LogLine::event).contains(LogEvent.PROVIDER_API_CALL, LogEvent.DELIVERY_PROCESSED);
        assertThat(LINES.toString() + LINES.stream().map(LogLine::fields).toList())
                .doesNotContain("tok_ready");
    }

    @Test
    void recordsThatAResultIsGone() {
        assertThat(process("tok_gone")).isTrue();
        assertThat(enrichment()).isEqualTo("{\"status\":\"not_found\"}");
    }

    @Test
    void letsADeliveryComeAgainWhileItsResultIsPending() throws Exception {
        putResult("tok_slow", "{\"path\":\"%s\",\"status\":204}");

        assertThat(process("tok_slow")).isFalse();
        assertThat(LINES).extracting(LogLine::event).endsWith(LogEvent.DELIVERY_DEFERRED);

        putResult("tok_slow", "{\"path\":\"%s\",\"body\":{\"verdict\":\"Refer\"}}");
        assertThat(process("tok_slow")).isTrue();
        assertThat(enrichment()).contains("Refer");
    }

    @Test
    void losesNothingWhileTheProviderIsDown() throws Exception {
        putResult("tok_down", "{\"path\":\"%s\",\"body\":{}}");
        // It asks for more time than a batch has.
        send("PUT", "/faults", "{\"status\":503,\"count\":1,\"retryAfter\":600}");

        assertThat(process("tok_down")).isFalse();
        assertThat(LINES.getLast().fields()).containsEntry("errorCode", "status_503");
        assertThat(process("tok_down")).isTrue();
    }

    @Test
    void waitsForItsTurnWhenTheLimitIsUsedUp() throws Exception {
        putResult("tok_busy", "{\"path\":\"%s\",\"body\":{}}");
        send("PUT", "/faults", "{\"status\":429,\"count\":1,\"retryAfter\":600}");

        assertThat(process("tok_busy")).isFalse();
        assertThat(LINES.getLast().event()).isEqualTo(LogEvent.DELIVERY_DEFERRED);
        assertThat(process("tok_busy")).isTrue();
    }

    /** A copy that runs looks for the next key at once, but no oftener than every 30 s: a new copy stands for that time. */
    @Test
    void goesOnWithTheNextKeyWhenItsKeyHasDied() throws Exception {
        putResult("tok_rotated", "{\"path\":\"%s\",\"body\":{}}");
        assertThat(process("tok_first")).isTrue();
        String next = issueKey();

        assertThat(process("tok_rotated")).isFalse();
        assertThat(LINES.getLast().fields()).containsEntry("errorCode", "refused_401");

        putKey(next);
        start();
        assertThat(process("tok_rotated")).isTrue();
    }

    /** Whether the delivery that names this token was processed, and need not come again. */
    private boolean process(String token) {
        Payload payload =
                Payload.of(("{\"data\":{\"pull_token\":\"" + token + "\"}}").getBytes(StandardCharsets.UTF_8));
        DeliveryMetadata metadata = new DeliveryMetadata(
                "zenoo",
                "evt-" + token.substring(4),
                "verification.completed",
                "attempt-" + token.substring(4),
                Instant.now(),
                KeyStage.CURRENT,
                "version-1",
                payload.sha256());
        List<BatchItemFailure> again = processor
                .handleRequest(event(Envelope.of(new Delivery(metadata, payload))), new LocalContext("processor"))
                .getBatchItemFailures();
        assertThat(aws.events().events()).hasSize(published + (again.isEmpty() ? 1 : 0));
        published = aws.events().events().size();
        return again.isEmpty();
    }

    private static SQSEvent event(Envelope envelope) {
        Map<String, MessageAttribute> attributes = new HashMap<>();
        envelope.attributes().forEach((name, value) -> {
            MessageAttribute attribute = new MessageAttribute();
            attribute.setDataType("String");
            attribute.setStringValue(value);
            attributes.put(name, attribute);
        });
        SQSMessage message = new SQSMessage();
        message.setMessageId("message-1");
        message.setBody(envelope.body());
        message.setAttributes(Map.of("ApproximateReceiveCount", "1"));
        message.setMessageAttributes(attributes);
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));
        return event;
    }

    private static String enrichment() {
        return aws.events().events().getLast().detail().path("enrichment").toString();
    }

    private static void putResult(String token, String thing) throws Exception {
        send("PUT", "/things", String.format(thing, "/api/gateway/sharable-payload/" + token));
    }

    private static String issueKey() throws Exception {
        return send("POST", "/keys", "").path("key").asText();
    }

    private static void putKey(String key) {
        secrets.putSecretValue(secret -> secret.secretId(SECRET).secretString(key));
    }

    private static JsonNode send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(zenoo(path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return LocalJson.MAPPER.readTree(
                HTTP.send(request, BodyHandlers.ofString()).body());
    }

    private static URI zenoo(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/_providers/zenoo" + path);
    }
}
