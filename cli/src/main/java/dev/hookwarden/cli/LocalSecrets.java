package dev.hookwarden.cli;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.SecretNames;
import java.io.IOException;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Reads the local stack's keys, as the provider that shares them would know them. */
final class LocalSecrets {
    private static final SecretNames NAMES = new SecretNames("hookwarden/local");
    private static final String DEFAULT_ENDPOINT = "http://127.0.0.1:4566";

    private LocalSecrets() {}

    /** The key that the provider's deliveries are signed with now. */
    static String currentKey(Provider provider) throws IOException {
        String endpoint = System.getenv().getOrDefault("AWS_ENDPOINT_URL", DEFAULT_ENDPOINT);
        try (SecretsManagerClient secrets = client(URI.create(endpoint))) {
            return secrets.getSecretValue(request -> request.secretId(NAMES.secret(provider.signingKey())))
                    .secretString();
        } catch (SdkClientException unreachable) {
            throw new IOException(
                    "No local stack answers at " + endpoint
                            + ". Start it with ./hookwarden local, set AWS_ENDPOINT_URL, or give the key with --key-stdin",
                    unreachable);
        }
    }

    static SecretsManagerClient client(URI endpoint) {
        return SecretsManagerClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
