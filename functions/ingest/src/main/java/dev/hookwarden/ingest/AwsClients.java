package dev.hookwarden.ingest;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The function's AWS clients. Each call ends, retries included, well inside the 5 seconds that the most impatient provider waits. An attempt
 * that finds every call slow takes longer; its provider has then given up, sends it again, and the repeat is dropped.
 *
 * @param secrets gives up on a call after 1.5 s
 * @param sqs gives up on a call after 2.5 s
 */
public record AwsClients(SecretsManagerClient secrets, SqsClient sqs) {
    /** Clients for the region and the credentials that the function runs with. */
    static AwsClients create() {
        SdkHttpClient http = AwsCrtHttpClient.builder()
                .connectionTimeout(Duration.ofMillis(800))
                .build();
        return new AwsClients(
                SecretsManagerClient.builder()
                        .httpClient(http)
                        .overrideConfiguration(within(Duration.ofMillis(1500)))
                        .build(),
                SqsClient.builder()
                        .httpClient(http)
                        .overrideConfiguration(within(Duration.ofMillis(2500)))
                        .build());
    }

    private static ClientOverrideConfiguration within(Duration limit) {
        return ClientOverrideConfiguration.builder()
                .apiCallTimeout(limit)
                .apiCallAttemptTimeout(Duration.ofSeconds(1))
                .build();
    }
}
