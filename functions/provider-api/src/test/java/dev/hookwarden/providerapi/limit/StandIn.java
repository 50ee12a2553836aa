package dev.hookwarden.providerapi.limit;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.aws.Faults;
import dev.hookwarden.local.aws.dynamodb.StrictDynamoDb;
import dev.hookwarden.local.aws.dynamodb.TableSettings;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table of leases behind an endpoint, and a client that doesn't repeat a call by itself. */
final class StandIn implements AutoCloseable {
    static final String TABLE = "rate-limit";

    final CallCounts calls = new CallCounts();
    final DynamoDbClient dynamoDb;
    private final AwsEndpoint endpoint;

    StandIn(FaultPlan plan) {
        endpoint = AwsEndpoint.open(0, new Faults(plan, calls, duration -> {}))
                .serve(AwsApi.DYNAMO_DB, new StrictDynamoDb(List.of(new TableSettings(TABLE, "id"))));
        dynamoDb = DynamoDbClient.builder()
                .endpointOverride(endpoint.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .overrideConfiguration(configuration -> configuration.retryStrategy(retry -> retry.maxAttempts(1)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        dynamoDb.close();
        endpoint.close();
    }
}
