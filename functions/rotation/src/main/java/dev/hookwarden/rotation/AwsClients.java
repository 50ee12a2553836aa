package dev.hookwarden.rotation;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The SDK's clients with bounded time. Region and credentials come from the default chains: under SnapStart the credentials are not in the
 * environment.
 */
public record AwsClients(SecretsManagerClient secretsManager, DynamoDbClient dynamoDb, EventBridgeClient eventBridge) {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    private static final Duration CALL = Duration.ofSeconds(5);

    /** Clients for the region and the credentials that the function runs with. */
    static AwsClients create() {
        return new AwsClients(
                bounded(SecretsManagerClient.builder()),
                bounded(DynamoDbClient.builder()),
                bounded(EventBridgeClient.builder()));
    }

    /** The client for notices, which only a deployed function sends. */
    static SnsClient sns() {
        return bounded(SnsClient.builder());
    }

    private static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C bounded(B builder) {
        return builder.httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ATTEMPT)
                        .build())
                .overrideConfiguration(limits -> limits.apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL)
                        .retryStrategy(RetryMode.STANDARD))
                .build();
    }
}
