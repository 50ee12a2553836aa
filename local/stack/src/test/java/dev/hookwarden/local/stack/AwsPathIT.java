package dev.hookwarden.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.ingest.IngestConfig;
import dev.hookwarden.ingest.IngestHandler;
import dev.hookwarden.ingest.S3Access;
import dev.hookwarden.local.lambda.LocalContext;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.processor.ProcessorConfig;
import dev.hookwarden.processor.ProcessorHandler;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.KeyringSettings;
import dev.hookwarden.secrets.SecretNames;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * The same path against somebody else's idea of AWS: LocalStack where Docker is, or whatever {@code AWS_ENDPOINT_URL} names. What the
 * stand-in is lax about, this can't see; the strict ones in {@code local/aws} can.
 */
@EnabledIf(
        value = "isThereAnEndpoint",
        disabledReason = "Needs Docker for LocalStack, or AWS_ENDPOINT_URL set to another stand-in; here is neither")
class AwsPathIT {
    /** The last tag that starts without an account's token. */
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private static final String KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private static Optional<LocalStackContainer> container = Optional.empty();
    private static URI endpoint = URI.create("http://127.0.0.1");

    private final String run = "hookwarden-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<LogLine> lines = new ArrayList<>();
    private final SecretsManagerClient secrets = client(SecretsManagerClient.builder());
    private final SqsClient sqs = client(SqsClient.builder());
    private final DynamoDbClient dynamoDb = client(DynamoDbClient.builder());
    private final EventBridgeClient eventBridge = client(EventBridgeClient.builder());
    private final S3Client s3 = client(S3Client.builder().forcePathStyle(true));
    private final String queueUrl =
            sqs.createQueue(queue -> queue.queueName(run)).queueUrl();

    static boolean isThereAnEndpoint() {
        return System.getenv("AWS_ENDPOINT_URL") != null
                || DockerClientFactory.instance().isDockerAvailable();
    }

    @BeforeAll
    static void start() {
        String given = System.getenv("AWS_ENDPOINT_URL");
        if (given == null) {
            LocalStackContainer started =
                    new LocalStackContainer(IMAGE).withServices("dynamodb", "events", "s3", "secretsmanager", "sqs");
            started.start();
            container = Optional.of(started);
            endpoint = started.getEndpoint();
        } else {
            endpoint = URI.create(given);
        }
    }

    @AfterAll
    static void stop() {
        container.ifPresent(LocalStackContainer::stop);
    }

    @BeforeEach
    void createWhatTheTemplateCreates() {
        secrets.createSecret(secret -> secret.name(run + "/zenoo/signing-key").secretString(KEY));
        eventBridge.createEventBus(bus -> bus.name(run));
        s3.createBucket(bucket -> bucket.bucket(run));
        dynamoDb.createTable(table -> table.tableName(run)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build()));
        dynamoDb.waiter().waitUntilTableExists(table -> table.tableName(run));
    }

    @Test
    void publishesADeliveryOnce() throws IOException {
        byte[] payload = "{\"event_id\":\"evt_1\",\"event_type\":\"case.created\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(send(payload, sign(KEY, payload))).isEqualTo(200);
        assertThat(send(payload, sign(KEY, payload))).isEqualTo(200);
        assertThat(process().getBatchItemFailures()).isEmpty();
        assertThat(process().getBatchItemFailures()).isEmpty();

        assertThat(lines.stream().map(LogLine::event))
                .containsOnlyOnce(LogEvent.DELIVERY_PROCESSED, LogEvent.DELIVERY_DUPLICATE);
    }

    @Test
    void keepsBytesThatAreNoText() throws IOException {
        byte[] payload = {(byte) 0xFF, 0, 1, 2};

        assertThat(send(payload, sign(KEY, payload))).isEqualTo(200);
        assertThat(process().getBatchItemFailures()).isEmpty();
    }

    @Test
    void publishesAndDeletesWhatTheQueueHasNoRoomFor() throws IOException {
        byte[] payload =
                ("{\"filler\":\"" + "x".repeat(Envelope.MAX_INLINE_BYTES) + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(send(payload, sign(KEY, payload))).isEqualTo(200);
        assertThat(s3.listObjectsV2(list -> list.bucket(run)).contents()).hasSize(1);
        assertThat(process().getBatchItemFailures()).isEmpty();

        assertThat(s3.listObjectsV2(list -> list.bucket(run)).contents()).isEmpty();
    }

    @Test
    void refusesAForgery() throws IOException {
        byte[] payload = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(send(payload, sign("a key that somebody made up", payload))).isEqualTo(401);
        assertThat(process().getBatchItemFailures()).isEmpty();
        assertThat(lines.stream().map(LogLine::event)).doesNotContain(LogEvent.DELIVERY_PROCESSED);
    }

    @Test
    void acceptsTheCandidateFromTheMomentItIsPending() throws IOException {
        String candidate = "00112233445566778899aabbccddeeff";
        byte[] payload = "{\"event_id\":\"evt_2\"}".getBytes(StandardCharsets.UTF_8);
        secrets.putSecretValue(value -> value.secretId(run + "/zenoo/signing-key")
                .secretString(candidate)
                .versionStages("AWSPENDING"));

        assertThat(send(payload, sign(candidate, payload))).isEqualTo(200);
        assertThat(send(payload, sign(KEY, payload))).isEqualTo(200);
    }

    private static Map<String, String> sign(String key, byte[] payload) {
        var scheme = Provider.ZENOO.scheme();
        return scheme.sign(scheme.signingKey(key), payload, "", Instant.EPOCH);
    }

    @SuppressWarnings("NullAway") // The context is not looked at.
    private int send(byte[] payload, Map<String, String> headers) throws IOException {
        IngestHandler ingest = new IngestHandler(
                new IngestConfig(
                        URI.create(queueUrl),
                        List.of(Provider.ZENOO),
                        new SecretNames(run),
                        KeyringSettings.DEFAULT,
                        run,
                        IngestConfig.LARGEST_PAYLOAD),
                new dev.hookwarden.ingest.AwsClients(secrets, sqs, s3Access()),
                InstantSource.system(),
                lines::add);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ingest.handleRequest(new ByteArrayInputStream(event(payload, headers)), answer, null);
        JsonNode parsed = LocalJson.MAPPER.readTree(answer.toByteArray());
        return parsed.path("statusCode").asInt();
    }

    private static byte[] event(byte[] payload, Map<String, String> headers) {
        ObjectNode event = LocalJson.object().put("httpMethod", "POST");
        event.putObject("pathParameters").put("provider", "zenoo");
        headers.forEach(event.putObject("headers")::put);
        event.putObject("requestContext").put("requestId", UUID.randomUUID().toString());
        event.put("body", payload).put("isBase64Encoded", true);
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private SQSBatchResponse process() {
        ProcessorHandler processor = new ProcessorHandler(
                new ProcessorConfig(run, run, Duration.ofDays(15), run),
                new dev.hookwarden.processor.AwsClients(dynamoDb, eventBridge, s3),
                InstantSource.system(),
                lines::add);
        List<Message> messages = sqs.receiveMessage(request -> request.queueUrl(queueUrl)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(1)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNamesWithStrings("All"))
                .messages();
        SQSEvent event = new SQSEvent();
        event.setRecords(messages.stream().map(EventSourceMapping::toRecord).toList());
        return processor.handleRequest(event, new LocalContext("processor"));
    }

    private static S3Access s3Access() {
        return new S3Access(
                UrlConnectionHttpClient.create(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")),
                Region.US_EAST_1,
                Optional.of(endpoint));
    }

    private static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
