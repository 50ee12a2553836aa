package dev.hookwarden.processor;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The function's AWS clients with bounded time. Region and credentials come from the default chains: under SnapStart the credentials are not
 * in the environment. A call that begins within the processor's patience ends within the function's 30 s.
 */
public record AwsClients(DynamoDbClient dynamoDb, EventBridgeClient eventBridge, S3Client s3) {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(3);
    private static final Duration CALL = Duration.ofSeconds(5);

    /** Clients for the region and the credentials that the function runs with. */
    public static AwsClients create() {
        return new AwsClients(
                bounded(DynamoDbClient.builder()), bounded(EventBridgeClient.builder()), bounded(S3Client.builder()));
    }

    /** The client for API keys, which only a processor that calls providers needs. */
    static SecretsManagerClient secretsManager() {
        return bounded(SecretsManagerClient.builder());
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
