package dev.hookwarden.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.aws.Faults;
import dev.hookwarden.local.aws.secretsmanager.SecretsManagerSettings;
import dev.hookwarden.local.aws.secretsmanager.StrictSecretsManager;
import dev.hookwarden.local.aws.sqs.ElasticMq;
import dev.hookwarden.local.aws.sqs.QueueSettings;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The whole function over HTTP: the SDK's clients on one side, strict stand-ins on the other. */
class IngestHandlerTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FaultPlan faults = FaultPlan.none();
    private final CallCounts calls = new CallCounts();
    private final List<LogLine> lines = new ArrayList<>();
    private AwsEndpoint aws;
    private ElasticMq queues;
    private AwsClients clients;
    private URI queueUrl;
    private IngestHandler handler;

    @BeforeEach
    void start() {
        aws = AwsEndpoint.open(
                0, new Faults((api, action, ordinal) -> faults.faultOf(api, action, ordinal), calls, pause -> {}));
        queues = ElasticMq.start(
                aws.uri(),
                "eu-central-1",
                "000000000000",
                List.of(QueueSettings.of("deliveries", Duration.ofSeconds(30))));
        aws.forwardQueuesTo(queues.uri())
                .serve(
                        AwsApi.SECRETS_MANAGER,
                        new StrictSecretsManager(SecretsManagerSettings.of(InstantSource.system(), new Random(1))));
        queueUrl = aws.uri().resolve("/000000000000/deliveries");
        SdkHttpClient http = AwsCrtHttpClient.create();
        clients = new AwsClients(
                SecretsManagerClient.builder()
                        .endpointOverride(aws.uri())
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .httpClient(http)
                        .build(),
                SqsClient.builder()
                        .endpointOverride(aws.uri())
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .httpClient(http)
                        .build());
        putKey("zenoo/signing-key", SampleEvents.key("zenoo"));
        putKey("jobsiteon/api-key", SampleEvents.key("jobsiteon"));
        Map<String, String> environment = new HashMap<>(IngestConfigTest.VALID);
        environment.put("DELIVERY_QUEUE_URL", queueUrl.toString());
        handler = new IngestHandler(IngestConfig.from(environment), clients, InstantSource.system(), lines::add);
    }

    @AfterEach
    void stop() {
        aws.close();
        queues.close();
    }

    @Test
    void putsAVerifiedDeliveryInTheQueue() throws IOException {
        assertThat(status("zenoo/journey/verification.completed.json")).isEqualTo(200);

        Message message = receive().getFirst();
        Map<String, String> attributes = message.messageAttributes().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, attribute -> attribute.getValue().stringValue()));
        assertThat(new Envelope(message.body(), attributes).open().eventType()).isEqualTo("verification.completed");
    }

    @Test
    void keepsTheBytesOfAPayloadThatIsNoText() throws IOException {
        assertThat(status("cases/not-utf8.json")).isEqualTo(200);

        assertThat(receive().getFirst().messageAttributes())
                .hasEntrySatisfying(
                        "payloadEncoding",
                        value -> assertThat(value.stringValue()).isEqualTo("base64"));
    }

    @Test
    void queuesNothingThatItRefuses() throws IOException {
        assertThat(status("cases/forged.json")).isEqualTo(401);
        assertThat(status("cases/oversized.json")).isEqualTo(413);

        assertThat(calls.of(AwsApi.SQS, "SendMessage")).isZero();
    }

    @Test
    void callsSqsOnceForADelivery() throws IOException {
        status("zenoo/case/case.created.json");
        long reads = calls.of(AwsApi.SECRETS_MANAGER);
        status("zenoo/case/case.closed.json");

        assertThat(calls.of(AwsApi.SQS, "SendMessage")).isEqualTo(2);
        assertThat(calls.of(AwsApi.SECRETS_MANAGER)).isEqualTo(reads);
    }

    @Test
    void asksForTheDeliveryAgainWhileSqsIsDown() throws IOException {
        failEvery(AwsApi.SQS);

        assertThat(status("zenoo/case/case.created.json")).isEqualTo(503);
        assertThat(lines.getLast().event()).isEqualTo(LogEvent.INGEST_FAILED);
    }

    @Test
    void asksForTheDeliveryAgainWhileNoKeyringCanBeRead() throws IOException {
        failEvery(AwsApi.SECRETS_MANAGER);

        assertThat(status("zenoo/case/case.created.json")).isEqualTo(503);
        assertThat(calls.of(AwsApi.SQS, "SendMessage")).isZero();
    }

    @Test
    void goesOnWithTheKeyringItHoldsWhileSecretsManagerIsDown() throws IOException {
        status("zenoo/case/case.created.json");
        failEvery(AwsApi.SECRETS_MANAGER);

        assertThat(status("zenoo/case/case.closed.json")).isEqualTo(200);
    }

    @Test
    @SuppressWarnings("NullAway") // The context is not looked at.
    void readsTheKeysAnewAfterARestore() throws IOException {
        status("zenoo/case/case.created.json");
        handler.afterRestore(null);
        status("zenoo/case/case.closed.json");

        assertThat(calls.of(AwsApi.SECRETS_MANAGER, "GetSecretValue")).isEqualTo(2);
    }

    @Test
    void namesEachAttemptAnewWhateverRequestIdTheClientChose() throws IOException {
        status("cases/duplicate-first.json");
        status("cases/duplicate-first.json");

        assertThat(lines.stream()
                        .filter(line -> line.event() == LogEvent.DELIVERY_ACCEPTED)
                        .map(line -> line.fields().get("attemptId")))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatIsNoEvent() throws IOException {
        assertThat(status(new ByteArrayInputStream("[]".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(400);
        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.fields()).containsEntry("reason", "event_malformed"));
    }

    private void failEvery(AwsApi failing) {
        faults = (api, action, ordinal) -> api == failing ? new Fault.FailBefore() : new Fault.None();
    }

    private void putKey(String key, String value) {
        clients.secrets()
                .createSecret(secret -> secret.name("hookwarden/test/" + key).secretString(value));
    }

    private int status(String file) throws IOException {
        return status(SampleEvents.open(file));
    }

    @SuppressWarnings("NullAway") // The context is not looked at.
    private int status(InputStream event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(event, out, null);
        JsonNode answer = MAPPER.readTree(out.toByteArray());
        assertThat(MAPPER.readTree(answer.path("body").asText()).isObject()).isTrue();
        return answer.path("statusCode").asInt();
    }

    private List<Message> receive() {
        return clients.sqs()
                .receiveMessage(request -> request.queueUrl(queueUrl.toString()).messageAttributeNames("All"))
                .messages();
    }
}
