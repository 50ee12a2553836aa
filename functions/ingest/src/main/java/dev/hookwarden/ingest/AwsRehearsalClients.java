package dev.hookwarden.ingest;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clients like the function's own, with credentials that open nothing and connections that end with them. */
record AwsRehearsalClients(AwsClients clients, SdkHttpClient http) implements AutoCloseable {
    static AwsRehearsalClients of(URI endpoint) {
        SdkHttpClient http = AwsCrtHttpClient.create();
        StaticCredentialsProvider nobody =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("rehearsal", "rehearsal"));
        AwsClients clients = new AwsClients(
                SecretsManagerClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(nobody)
                        .httpClient(http)
                        .overrideConfiguration(AwsClients.SECRETS_LIMITS)
                        .build(),
                SqsClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(nobody)
                        .httpClient(http)
                        .checksumValidationEnabled(false)
                        .overrideConfiguration(AwsClients.SQS_LIMITS)
                        .build(),
                new S3Access(http, nobody, Region.US_EAST_1, Optional.of(endpoint)));
        return new AwsRehearsalClients(clients, http);
    }

    @Override
    public void close() {
        clients.secrets().close();
        clients.sqs().close();
        http.close();
    }
}
