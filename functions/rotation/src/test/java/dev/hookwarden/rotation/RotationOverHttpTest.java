package dev.hookwarden.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.events.SecretsManagerRotationEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Faults;
import dev.hookwarden.local.aws.dynamodb.StrictDynamoDb;
import dev.hookwarden.local.aws.dynamodb.TableSettings;
import dev.hookwarden.local.aws.eventbridge.PutEvent;
import dev.hookwarden.local.aws.eventbridge.StrictEventBridge;
import dev.hookwarden.local.aws.secretsmanager.ManualRotations;
import dev.hookwarden.local.aws.secretsmanager.RotationSettings;
import dev.hookwarden.local.aws.secretsmanager.RotationStep;
import dev.hookwarden.local.aws.secretsmanager.SecretsManagerSettings;
import dev.hookwarden.local.aws.secretsmanager.StrictSecretsManager;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.PlainHttp;
import dev.hookwarden.secrets.SecretNames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** A whole rotation with everything real but the far ends: from Lambda's JSON over the SDK and HTTP to strict stand-ins. */
class RotationOverHttpTest {
    private static final String SECRET = "hookwarden/test/jobsiteon/api-key";
    private static final String TABLE = "hookwarden-test-deliveries";
    private static final String OLD = "old-key-2f8c1d7ae5b94063";
    private static final String NEW = "new-key-9b1e44c07fd23a68";

    private final ManualRotations attempts = new ManualRotations();
    private final Outputs outputs = new Outputs();
    private final StrictEventBridge eventBridge =
            new StrictEventBridge(Set.of("hookwarden-test"), InstantSource.system(), new Random(1));
    private final List<KeyDueNotice> notices = new ArrayList<>();
    private AwsEndpoint aws;
    private Website outside;
    private SecretsManagerClient secretsManager;
    private DynamoDbClient dynamoDb;
    private SimulatedReceiver receiver;
    private RotationHandler handler;

    @BeforeEach
    void start() {
        aws = AwsEndpoint.open(0, Faults.none(new CallCounts()));
        aws.serve(AwsApi.EVENT_BRIDGE, eventBridge)
                .serve(AwsApi.DYNAMO_DB, new StrictDynamoDb(List.of(new TableSettings(TABLE, "id"))))
                .serve(
                        AwsApi.SECRETS_MANAGER,
                        new StrictSecretsManager(SecretsManagerSettings.of(InstantSource.system(), new Random(1))
                                .withRotation(RotationSettings.of(this::invoke, attempts))));
        outside = new Website(this::answer);
        secretsManager = client(SecretsManagerClient.builder());
        dynamoDb = client(DynamoDbClient.builder());
        Provider.ZENOO.keys().forEach(key -> create("hookwarden/test/" + key.id(), "a-key-of-its-own-" + key.id()));
        create(SECRET, OLD);
        create(SECRET + "/inbox", NEW);
        receiver = new SimulatedReceiver(
                List.of(Provider.JOBSITEON),
                secretsManager,
                new SecretNames("hookwarden/test"),
                InstantSource.system());
        RotationConfig config = config();
        handler = new RotationHandler(config, ports(config), outputs);
    }

    private RotationConfig config() {
        Map<String, String> environment = new HashMap<>(RotationConfigTest.VALID);
        environment.put("ZENOO_API_URL", outside.uri() + "/zenoo");
        environment.put("JOBSITEON_API_URL", outside.uri() + "/jobsiteon");
        environment.put("WEBHOOK_BASE_URL", outside.uri().toString());
        environment.put("CANARY_PATIENCE", "PT2S");
        return RotationConfig.from(environment);
    }

    private RotationPorts ports(RotationConfig config) {
        AwsClients clients = new AwsClients(secretsManager, dynamoDb, client(EventBridgeClient.builder()));
        return RotationPorts.on(config, clients, notices::add, PlainHttp.TO_THIS_MACHINE, outputs);
    }

    @AfterEach
    void stop() {
        outside.close();
        aws.close();
    }

    @Test
    void rotatesAKey() {
        rotate();

        assertThat(currentValue(SECRET)).isEqualTo(NEW);
        assertThat(currentValue(SECRET + "/inbox")).isEqualTo(SecretsManagerInbox.EMPTY);
        PutEvent event = eventBridge.events().getFirst();
        assertThat(event.source()).isEqualTo("hookwarden.rotation");
        assertThat(event.detailType()).isEqualTo("KeyRotated");
        JsonNode detail = event.detail();
        assertThat(detail.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("id", "provider", "key", "versionId", "previousVersionId", "overlapEnds");
        assertThat(detail.path("id").asText())
                .isEqualTo("jobsiteon/api-key#" + detail.path("versionId").asText());
        outputs.assertDontShow(List.of(OLD, NEW));
        assertThat(outputs.logged(LogEvent.PROVIDER_API_CALL))
                .singleElement()
                .satisfies(line -> assertThat(line.fields())
                        .containsEntry("operation", "proving-read")
                        .containsEntry("outcome", "success"));
    }

    @Test
    void repeatsTheRotationWhenTheBusRefusesTheEvent() {
        eventBridge.failNext(entry -> true, "InternalFailure");

        rotate();

        assertThat(eventBridge.events()).hasSize(1);
        assertThat(currentValue(SECRET + "/inbox")).isEqualTo(SecretsManagerInbox.EMPTY);
    }

    @Test
    void refusesAnEventWithoutAnything() {
        assertThatExceptionOfType(RotationRefusedException.class)
                .isThrownBy(() -> handler.handleRequest(new SecretsManagerRotationEvent(), new Invocation()))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(RotationRefusal.STEP_UNKNOWN));
    }

    private void rotate() {
        secretsManager.rotateSecret(request -> request.secretId(SECRET)
                .rotationLambdaARN("arn:aws:lambda:us-east-1:000000000000:function:rotation")
                .rotationRules(rules -> rules.automaticallyAfterDays(90L)));
        attempts.runAll();
    }

    private void invoke(RotationStep step) {
        String json = """
                {"Step": "%s", "SecretId": "%s", "ClientRequestToken": "%s", "RotationToken": "%s"}
                """.formatted(step.step(), step.secretId(), step.clientRequestToken(), step.rotationToken());
        SecretsManagerRotationEvent event = LambdaEventSerializers.serializerFor(
                        SecretsManagerRotationEvent.class,
                        Thread.currentThread().getContextClassLoader())
                .fromJson(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        handler.handleRequest(event, new Invocation());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/jobsiteon/contacts")) {
            boolean known =
                    ("Bearer " + NEW).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            Website.answer(exchange, known ? 200 : 401, "[]");
        } else {
            Website.answer(exchange, receive(path, exchange), "{}");
        }
    }

    private int receive(String path, HttpExchange exchange) throws IOException {
        assertThat(path).isEqualTo("/webhooks/jobsiteon");
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        int status = receiver.receive(
                "jobsiteon", headers, Payload.of(exchange.getRequestBody().readAllBytes()));
        receiver.records()
                .forEach((id, version) -> dynamoDb.putItem(put -> put.tableName(TABLE)
                        .item(Map.of("id", AttributeValue.fromS(id), "keyVersion", AttributeValue.fromS(version)))));
        return status;
    }

    private void create(String name, String value) {
        secretsManager.createSecret(request -> request.name(name).secretString(value));
    }

    private String currentValue(String secret) {
        return secretsManager
                .getSecretValue(request -> request.secretId(secret))
                .secretString();
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(aws.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
