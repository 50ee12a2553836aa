package dev.hookwarden.infra.timeline;

import dev.hookwarden.ingest.S3Access;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.local.aws.Faults;
import dev.hookwarden.local.aws.dynamodb.StrictDynamoDb;
import dev.hookwarden.local.aws.dynamodb.TableSettings;
import dev.hookwarden.local.aws.eventbridge.StrictEventBridge;
import dev.hookwarden.local.aws.secretsmanager.RotationFunction;
import dev.hookwarden.local.aws.secretsmanager.RotationScheduler;
import dev.hookwarden.local.aws.secretsmanager.RotationSettings;
import dev.hookwarden.local.aws.secretsmanager.SecretsManagerSettings;
import dev.hookwarden.local.aws.secretsmanager.StrictSecretsManager;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** The AWS services that the functions call, strict stand-ins that can be down. */
final class Aws implements AutoCloseable {
    static final String BUS = "hookwarden-" + World.STAGE;
    static final String BUCKET = "hookwarden-" + World.STAGE + "-payloads";
    static final String TABLE = "hookwarden-" + World.STAGE + "-deliveries";

    private final Set<AwsApi> down = EnumSet.noneOf(AwsApi.class);
    private final AwsEndpoint endpoint;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();

    Aws(InstantSource clock, RotationFunction rotation, RotationScheduler rotations) {
        Random random = new Random(1);
        var secrets = SecretsManagerSettings.of(clock, random).withRotation(RotationSettings.of(rotation, rotations));
        endpoint = AwsEndpoint.open(
                        0,
                        new Faults(
                                (api, action, ordinal) ->
                                        down.contains(api) ? new Fault.FailBefore() : new Fault.None(),
                                new CallCounts(),
                                span -> {}))
                .serve(AwsApi.SECRETS_MANAGER, new StrictSecretsManager(secrets))
                .serve(AwsApi.DYNAMO_DB, new StrictDynamoDb(List.of(new TableSettings(TABLE, "id"))))
                .serve(AwsApi.EVENT_BRIDGE, new StrictEventBridge(Set.of(BUS), clock, random));
    }

    /** Whether every call of this API fails from now on. */
    void down(AwsApi api, boolean isDown) {
        if (isDown) {
            down.add(api);
        } else {
            down.remove(api);
        }
    }

    /** Objects, which no story needs: every delivery fits the queue. */
    S3Access s3Access() {
        return new S3Access(
                http,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")),
                Region.US_EAST_1,
                Optional.of(endpoint.uri()));
    }

    S3Client s3() {
        return client(S3Client.builder());
    }

    /** A client that tries once: the SDK would wait in real time. */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(endpoint.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .overrideConfiguration(settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .httpClient(http)
                .build();
    }

    @Override
    public void close() {
        endpoint.close();
        http.close();
    }
}
