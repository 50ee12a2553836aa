package dev.hookwarden.ingest;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clients like the function's own, with credentials that open nothing and connections that end with them. */
record AwsRehearsalClients(AwsClients clients, SdkHttpClient http) implements AutoCloseable {
    private static final Region REGION = Region.US_EAST_1;

    static AwsRehearsalClients of(URI endpoint, AwsRehearsalCredentials credentials) {
        AwsCredentialsProvider nobody = credentials.provider();
        SdkHttpClient http = AwsCrtHttpClient.create();
        AwsClients clients = new AwsClients(
                client(
                        SecretsManagerClient.builder().overrideConfiguration(AwsClients.SECRETS_LIMITS),
                        endpoint,
                        nobody,
                        http),
                client(
                        SqsClient.builder()
                                .checksumValidationEnabled(false)
                                .overrideConfiguration(AwsClients.SQS_LIMITS),
                        endpoint,
                        nobody,
                        http),
                new S3Access(http, nobody, REGION, Optional.of(endpoint)));
        return new AwsRehearsalClients(clients, http);
    }

    private static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
            B builder, URI endpoint, AwsCredentialsProvider nobody, SdkHttpClient http) {
        return builder.endpointOverride(endpoint)
                .region(REGION)
                .credentialsProvider(nobody)
                .httpClient(http)
                .build();
    }

    @Override
    public void close() {
        clients.secrets().close();
        clients.sqs().close();
        http.close();
    }
}
