package dev.hookwarden.cli;

import dev.hookwarden.cli.installation.HttpAddress;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.SecretNames;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** Reads the local stack's keys, as the provider that shares them would know them. */
final class LocalSecrets {
    private static final SecretNames NAMES = new SecretNames("hookwarden/local");

    private LocalSecrets() {}

    /**
     * The key that the provider's deliveries are signed with now.
     *
     * @throws IOException in words, when it can't be read
     */
    static String currentKey(Provider provider, Map<String, String> environment) throws IOException {
        URI endpoint = HttpAddress.ofLocalStack(environment);
        try (SecretsManagerClient secrets = client(endpoint)) {
            return secrets.getSecretValue(request -> request.secretId(NAMES.secret(provider.signingKey())))
                    .secretString();
        } catch (SdkClientException unreachable) {
            throw new IOException(
                    "No local stack answers at " + endpoint
                            + ". Start it with ./hookwarden local, set AWS_ENDPOINT_URL, or give the key with --key-stdin",
                    unreachable);
        } catch (SecretsManagerException unknown) {
            throw new IOException(
                    "What answers at " + endpoint + " is no local stack, or has no key of " + provider.id()
                            + ". Check AWS_ENDPOINT_URL, or give the key with --key-stdin",
                    unknown);
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
