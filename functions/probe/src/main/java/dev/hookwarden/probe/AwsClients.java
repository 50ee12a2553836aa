package dev.hookwarden.probe;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The SDK's clients with bounded time. Region and credentials come from the default chains: under SnapStart the credentials are not in the
 * environment.
 */
public record AwsClients(SecretsManagerClient secretsManager, DynamoDbClient dynamoDb) {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    private static final Duration CALL = Duration.ofSeconds(5);

    /** Clients for the region and the credentials that the function runs with. */
    static AwsClients create() {
        return new AwsClients(bounded(SecretsManagerClient.builder()), bounded(DynamoDbClient.builder()));
    }

    /** The client for metrics, of which the local stack has none. */
    static CloudWatchClient cloudWatch() {
        return bounded(CloudWatchClient.builder());
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
