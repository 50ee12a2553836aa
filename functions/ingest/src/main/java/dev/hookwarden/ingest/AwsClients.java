package dev.hookwarden.ingest;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The function's AWS clients. Each call ends, retries included, well inside the 5 seconds that the most impatient provider waits. An attempt
 * that finds every call slow takes longer; its provider has then given up, sends it again, and the repeat is dropped.
 *
 * @param secrets gives up on a call after 1.5 s
 * @param sqs gives up on a call after 2.5 s
 * @param s3 for the few deliveries that are too large for the queue; nothing of it is used before one comes
 */
public record AwsClients(SecretsManagerClient secrets, SqsClient sqs, S3Access s3) {
    static final ClientOverrideConfiguration SECRETS_LIMITS = within(Duration.ofMillis(1500));
    static final ClientOverrideConfiguration SQS_LIMITS = within(Duration.ofMillis(2500));

    /** Clients for the region and the credentials that the function runs with. */
    static AwsClients create() {
        return over(http().build(), credentials());
    }

    /** The HTTP client that all of them share, to be built. */
    public static AwsCrtHttpClient.Builder http() {
        return AwsCrtHttpClient.builder().connectionTimeout(Duration.ofMillis(800));
    }

    /** The same over another HTTP client, with other credentials. */
    public static AwsClients over(SdkHttpClient http, AwsCredentialsProvider credentials) {
        return new AwsClients(
                SecretsManagerClient.builder()
                        .httpClient(http)
                        .credentialsProvider(credentials)
                        .overrideConfiguration(SECRETS_LIMITS)
                        .build(),
                SqsClient.builder()
                        .httpClient(http)
                        .credentialsProvider(credentials)
                        .overrideConfiguration(SQS_LIMITS)
                        .build(),
                new S3Access(
                        http,
                        credentials,
                        DefaultAwsRegionProviderChain.builder().build().getRegion(),
                        Optional.empty()));
    }

    /**
     * Where a function has them: in the environment, under SnapStart at an address that stands there
     * (docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html). The SDK's own chain looks in four places more, and loads classes for each.
     */
    private static AwsCredentialsProvider credentials() {
        return AwsCredentialsProviderChain.of(
                EnvironmentVariableCredentialsProvider.create(), ContainerCredentialsProvider.create());
    }

    private static ClientOverrideConfiguration within(Duration limit) {
        return ClientOverrideConfiguration.builder()
                .apiCallTimeout(limit)
                .apiCallAttemptTimeout(Duration.ofSeconds(1))
                .build();
    }
}
