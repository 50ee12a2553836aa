package dev.hookwarden.processor;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.aws.Faults;
import dev.hookwarden.local.aws.dynamodb.StrictDynamoDb;
import dev.hookwarden.local.aws.dynamodb.TableSettings;
import dev.hookwarden.local.aws.eventbridge.StrictEventBridge;
import dev.hookwarden.local.aws.s3.StrictS3;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A table, a bus and a bucket behind one endpoint, and clients that don't repeat a call by themselves. */
final class StandIns implements AutoCloseable {
    static final String TABLE = "deliveries";
    static final String BUS = "hookwarden";
    static final String BUCKET = "payloads";

    final CallCounts calls = new CallCounts();
    final StrictEventBridge eventBridge = new StrictEventBridge(Set.of(BUS), InstantSource.system(), new Random(1));
    final StrictS3 s3 = new StrictS3(Set.of(BUCKET), InstantSource.system());
    private final AwsEndpoint endpoint;

    StandIns() {
        this(FaultPlan.none());
    }

    StandIns(FaultPlan plan) {
        endpoint = AwsEndpoint.open(0, new Faults(plan, calls, duration -> {}))
                .serve(AwsApi.DYNAMO_DB, new StrictDynamoDb(List.of(new TableSettings(TABLE, "id"))))
                .serve(AwsApi.EVENT_BRIDGE, eventBridge)
                .serveS3(s3);
    }

    DynamoDbClient dynamoDb() {
        return client(DynamoDbClient.builder());
    }

    EventBridgeClient eventBridgeClient() {
        return client(EventBridgeClient.builder());
    }

    S3Client s3Client() {
        return client(S3Client.builder().forcePathStyle(true));
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(endpoint.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .overrideConfiguration(configuration -> configuration.retryStrategy(retry -> retry.maxAttempts(1)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
