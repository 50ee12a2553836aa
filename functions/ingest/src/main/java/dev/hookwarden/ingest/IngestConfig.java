package dev.hookwarden.ingest;

import dev.hookwarden.config.ConfiguredProviders;
import dev.hookwarden.config.Environment;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.KeyringSettings;
import dev.hookwarden.secrets.SecretNames;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What the function is told through its environment.
 *
 * @param queueUrl {@code DELIVERY_QUEUE_URL}: the SQS queue that deliveries go to
 * @param providers {@code PROVIDERS} and what belongs to each, see {@link ConfiguredProviders}
 * @param secretNames {@code SECRET_PREFIX}: what the names of the keys' secrets begin with
 * @param keyring {@code KEYRING_MAX_AGE}, {@code KEYRING_STALE_IF_ERROR} and {@code KEYRING_REFRESH_INTERVAL}
 * @param payloadBucket {@code PAYLOAD_BUCKET}: where payloads go that are too large for the queue
 * @param payloadLimit {@code PAYLOAD_LIMIT}: the largest payload that is accepted, in bytes
 */
public record IngestConfig(
        URI queueUrl,
        List<Provider> providers,
        SecretNames secretNames,
        KeyringSettings keyring,
        String payloadBucket,
        int payloadLimit) {
    /**
     * The largest payload that is sure to reach the function, in bytes. The request that invokes it is smaller than 6,291,456 bytes (Lambda's
     * own message; Lambda quotas: 6 MB). The payload stands in it in base64. 64 KiB are for what stands beside it: headers of at most 10,240
     * bytes, twice; a URL of at most 10,240, in three places (API Gateway quotas, REST API); and 14 KiB for names and the request's context.
     */
    public static final int LARGEST_PAYLOAD = (6 * 1024 * 1024 - 64 * 1024) / 4 * 3;

    public IngestConfig {
        providers = List.copyOf(providers);
    }

    /**
     * Reads the environment.
     *
     * @throws dev.hookwarden.config.ConfigurationException if a variable is missing or malformed; names the variable
     */
    public static IngestConfig from(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        return new IngestConfig(
                environment.uri("DELIVERY_QUEUE_URL"),
                ConfiguredProviders.from(environment),
                environment.checked("SECRET_PREFIX", () -> new SecretNames(environment.text("SECRET_PREFIX"))),
                environment.checked("KEYRING_STALE_IF_ERROR", () -> keyring(environment)),
                environment.text("PAYLOAD_BUCKET"),
                environment.wholeNumber("PAYLOAD_LIMIT", 1, LARGEST_PAYLOAD));
    }

    private static KeyringSettings keyring(Environment environment) {
        return new KeyringSettings(
                environment.duration("KEYRING_MAX_AGE"),
                environment.duration("KEYRING_STALE_IF_ERROR"),
                environment.duration("KEYRING_REFRESH_INTERVAL"));
    }
}
