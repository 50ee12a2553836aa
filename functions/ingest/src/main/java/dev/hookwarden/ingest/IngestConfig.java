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
 */
public record IngestConfig(URI queueUrl, List<Provider> providers, SecretNames secretNames, KeyringSettings keyring) {
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
                environment.checked("KEYRING_STALE_IF_ERROR", () -> keyring(environment)));
    }

    private static KeyringSettings keyring(Environment environment) {
        return new KeyringSettings(
                environment.duration("KEYRING_MAX_AGE"),
                environment.duration("KEYRING_STALE_IF_ERROR"),
                environment.duration("KEYRING_REFRESH_INTERVAL"));
    }
}
