package dev.hookwarden.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.aws.Faults;
import dev.hookwarden.local.aws.s3.StrictS3;
import dev.hookwarden.local.aws.secretsmanager.SecretsManagerSettings;
import dev.hookwarden.local.aws.secretsmanager.StrictSecretsManager;
import dev.hookwarden.local.aws.sqs.ElasticMq;
import dev.hookwarden.local.aws.sqs.QueueSettings;
import dev.hookwarden.log.LogLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** A handler and all that it calls: the sample keys, a queue and a bucket behind one endpoint. */
final class StandIns implements AutoCloseable {
    static final String BUCKET = "hookwarden-test-payloads";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Region REGION = Region.EU_CENTRAL_1;

    final CallCounts calls = new CallCounts();
    final List<LogLine> lines = new ArrayList<>();
    final StrictS3 s3 = new StrictS3(Set.of(BUCKET), InstantSource.system());
    final IngestHandler handler;
    private final AwsEndpoint aws;
    private final ElasticMq queues;
    private final AwsClients clients;
    private final URI queueUrl;
    private FaultPlan faults = FaultPlan.none();

    StandIns() {
        aws = AwsEndpoint.open(
                0, new Faults((api, action, ordinal) -> faults.faultOf(api, action, ordinal), calls, pause -> {}));
        queues = ElasticMq.start(
                aws.uri(),
                REGION.id(),
                "000000000000",
                List.of(QueueSettings.of("deliveries", Duration.ofSeconds(30))));
        aws.forwardQueuesTo(queues.uri())
                .serveS3(s3)
                .serve(
                        AwsApi.SECRETS_MANAGER,
                        new StrictSecretsManager(SecretsManagerSettings.of(InstantSource.system(), new Random(1))));
        queueUrl = aws.uri().resolve("/000000000000/deliveries");
        clients = clients(aws.uri());
        putKey("zenoo/signing-key", SampleEvents.key("zenoo"));
        putKey("jobsiteon/api-key", SampleEvents.key("jobsiteon"));
        Map<String, String> environment = new HashMap<>(IngestConfigTest.VALID);
        environment.put("DELIVERY_QUEUE_URL", queueUrl.toString());
        environment.put("PAYLOAD_BUCKET", BUCKET);
        handler = new IngestHandler(IngestConfig.from(environment), clients, InstantSource.system(), lines::add);
    }

    private static AwsClients clients(URI endpoint) {
        SdkHttpClient http = AwsCrtHttpClient.create();
        StaticCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        return new AwsClients(
                SecretsManagerClient.builder()
                        .endpointOverride(endpoint)
                        .region(REGION)
                        .credentialsProvider(credentials)
                        .httpClient(http)
                        .build(),
                SqsClient.builder()
                        .endpointOverride(endpoint)
                        .region(REGION)
                        .credentialsProvider(credentials)
                        .httpClient(http)
                        .build(),
                new S3Access(http, credentials, REGION, Optional.of(endpoint)));
    }

    private void putKey(String key, String value) {
        clients.secrets()
                .createSecret(secret -> secret.name("hookwarden/test/" + key).secretString(value));
    }

    AwsClients clients() {
        return clients;
    }

    /** From now on. */
    void plan(FaultPlan plan) {
        faults = plan;
    }

    /** The status that the handler answers. */
    @SuppressWarnings("NullAway") // The context is not looked at.
    int status(InputStream event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(event, out, null);
        JsonNode answer = MAPPER.readTree(out.toByteArray());
        if (!MAPPER.readTree(answer.path("body").asText()).isObject()) {
            throw new AssertionError("The body is no JSON object");
        }
        return answer.path("statusCode").asInt();
    }

    /** Takes what is in the queue out of it: what is only received is there again when it is no longer hidden. */
    List<Envelope> receive() {
        List<Message> messages = clients.sqs()
                .receiveMessage(request -> request.queueUrl(queueUrl.toString()).messageAttributeNames("All"))
                .messages();
        messages.forEach(this::delete);
        return messages.stream().map(StandIns::envelope).toList();
    }

    private void delete(Message message) {
        clients.sqs()
                .deleteMessage(request -> request.queueUrl(queueUrl.toString()).receiptHandle(message.receiptHandle()));
    }

    private static Envelope envelope(Message message) {
        return new Envelope(
                message.body(),
                message.messageAttributes().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                attribute -> attribute.getValue().stringValue())));
    }

    @Override
    public void close() {
        aws.close();
        queues.close();
    }
}
