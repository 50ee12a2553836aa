package dev.hookwarden.processor;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.aws.Faults;
import dev.hookwarden.local.aws.dynamodb.StrictDynamoDb;
import dev.hookwarden.local.aws.dynamodb.TableSettings;
import dev.hookwarden.local.aws.eventbridge.StrictEventBridge;
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

/** A table and a bus behind one endpoint, and clients that don't repeat a call by themselves. */
final class StandIns implements AutoCloseable {
    static final String TABLE = "deliveries";
    static final String BUS = "hookwarden";

    final CallCounts calls = new CallCounts();
    final StrictEventBridge eventBridge = new StrictEventBridge(Set.of(BUS), InstantSource.system(), new Random(1));
    private final AwsEndpoint endpoint;

    StandIns() {
        this(FaultPlan.none());
    }

    StandIns(FaultPlan plan) {
        endpoint = AwsEndpoint.open(0, new Faults(plan, calls, duration -> {}))
                .serve(AwsApi.DYNAMO_DB, new StrictDynamoDb(List.of(new TableSettings(TABLE, "id"))))
                .serve(AwsApi.EVENT_BRIDGE, eventBridge);
    }

    DynamoDbClient dynamoDb() {
        return client(DynamoDbClient.builder());
    }

    EventBridgeClient eventBridgeClient() {
        return client(EventBridgeClient.builder());
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
