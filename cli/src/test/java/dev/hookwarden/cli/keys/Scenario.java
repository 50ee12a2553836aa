package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.surroundings.Surroundings;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Faults;
import dev.hookwarden.local.aws.dynamodb.StrictDynamoDb;
import dev.hookwarden.local.aws.dynamodb.TableSettings;
import dev.hookwarden.local.aws.secretsmanager.ManualRotations;
import dev.hookwarden.local.aws.secretsmanager.RotationSettings;
import dev.hookwarden.local.aws.secretsmanager.SecretsManagerSettings;
import dev.hookwarden.local.aws.secretsmanager.StrictSecretsManager;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.secrets.KeyStates;
import dev.hookwarden.secrets.SecretNames;
import dev.hookwarden.signing.KeyStage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * An installation on the strict stand-ins in which every key is current, its inbox empty and its rotation on. Rotations go on while a
 * command pauses. Every key's text contains {@value #CANARY}.
 */
final class Scenario implements AutoCloseable {
    static final String CANARY = "canary";
    static final String FIRST = "canary-1st-9f2b7c5d1e804a36";
    static final String SECOND = "canary-2nd-3a6d8e0f4b7c1925";

    final MutableClock clock = new MutableClock();
    final TypedAnswers terminal = new TypedAnswers();
    final ManualRotations rotations = new ManualRotations();
    private final AwsEndpoint endpoint = AwsEndpoint.open(0, Faults.none(new CallCounts()));
    final SecretsManagerClient secrets = client(SecretsManagerClient.builder());
    final DynamoDbClient dynamoDb = client(DynamoDbClient.builder());
    final LeastRotation rotation = new LeastRotation(secrets);
    Runnable onPause = rotations::runNext;
    private final SecretNames names;
    private final String prefix;
    private final String table;

    /** The local installation. */
    Scenario() {
        this("local", "hookwarden-local-deliveries");
    }

    Scenario(String stage, String table) {
        this.names = new SecretNames("hookwarden/" + stage);
        this.prefix = names.prefix() + "/";
        this.table = table;
        RotationSettings rotating = RotationSettings.of(rotation, rotations).withTries(1, Duration.ZERO);
        endpoint.serve(
                        AwsApi.SECRETS_MANAGER,
                        new StrictSecretsManager(SecretsManagerSettings.of(clock, new SplittableRandom(1))
                                .withRotation(rotating)))
                .serve(
                        AwsApi.DYNAMO_DB,
                        new StrictDynamoDb(List.of(
                                new TableSettings(table, "id"),
                                new TableSettings("hookwarden-other-deliveries", "id"))));
        rotation.failingStep = "testSecret";
        KeyConverter.all().forEach(this::create);
        rotations.runAll();
        rotation.failingStep = "";
        clock.advance(Duration.ofDays(1));
    }

    private void create(ProviderKey key) {
        secrets.createSecret(create -> create.name(names.secret(key)).secretString(FIRST + key.id()));
        secrets.createSecret(create -> create.name(names.inbox(key)));
        secrets.rotateSecret(rotate -> rotate.secretId(names.secret(key))
                .rotateImmediately(false)
                .rotationLambdaARN("arn:aws:lambda:us-east-1:000000000000:function:rotation")
                .rotationRules(rules -> rules.automaticallyAfterDays(90L)));
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(endpoint.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    Run keys(String... arguments) {
        return keys(Map.of("AWS_ENDPOINT_URL", endpoint.uri().toString()), arguments);
    }

    Run explain(String... arguments) {
        Map<String, String> environment =
                Map.of("AWS_ENDPOINT_URL", endpoint.uri().toString());
        return run(ExplainCommand.in(surroundings(environment)), arguments);
    }

    Run keys(Map<String, String> environment, String... arguments) {
        return run(KeysCommand.in(surroundings(environment)), arguments);
    }

    private Surroundings surroundings(Map<String, String> environment) {
        return new Surroundings(environment, terminal, clock, duration -> {
            clock.advance(duration);
            onPause.run();
        });
    }

    private static Run run(CommandLine keys, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        keys.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        keys.setExecutionExceptionHandler((error, command, result) -> {
            err.append(error.getMessage());
            return 3;
        });
        return new Run(keys.execute(arguments), out.toString(), err.toString());
    }

    void submit(String keyId, String text) {
        secrets.putSecretValue(put -> put.secretId(prefix + keyId + "/inbox").secretString(text));
    }

    /** Rotates the second key in. */
    void rotated(String keyId) {
        submit(keyId, SECOND);
        secrets.rotateSecret(rotate -> rotate.secretId(prefix + keyId));
        rotations.runAll();
    }

    /** Leaves a rotation of the second key behind that failed at this step, long ago. */
    void failedRotation(String keyId, String step) {
        submit(keyId, SECOND);
        rotation.failingStep = step;
        secrets.rotateSecret(rotate -> rotate.secretId(prefix + keyId));
        rotations.runAll();
        rotation.failingStep = "";
        clock.advance(Duration.ofHours(1));
    }

    void delivered(String id, String eventType, String keyVersion, Instant receivedAt) {
        dynamoDb.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "id", AttributeValue.fromS(id),
                        "eventType", AttributeValue.fromS(eventType),
                        "keyVersion", AttributeValue.fromS(keyVersion),
                        "receivedAt", AttributeValue.fromS(receivedAt.toString()))));
    }

    KeyState state(String keyId) {
        return Stream.of(new KeyConverter().convert(keyId))
                .flatMap(key -> new KeyStates(secrets, names).read(key).stream())
                .findFirst()
                .orElseThrow();
    }

    String versionAt(String keyId, KeyStage stage) {
        return state(keyId).at(stage).orElseThrow().id();
    }

    String value(String keyId, KeyStage stage) {
        return secrets.getSecretValue(get -> get.secretId(prefix + keyId).versionStage(stage.label()))
                .secretString();
    }

    String inbox(String keyId) {
        return secrets.getSecretValue(get -> get.secretId(prefix + keyId + "/inbox"))
                .secretString();
    }

    @Override
    public void close() {
        secrets.close();
        dynamoDb.close();
        endpoint.close();
    }
}
