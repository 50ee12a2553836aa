package dev.hookwarden.secrets;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.provider.ApiKey;
import dev.hookwarden.provider.ApiKeys;
import dev.hookwarden.provider.Provider;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * API keys that are the current versions of secrets, kept and read again as {@link SecretsManagerKeyrings} are, and bounded like them. For
 * use by any number of threads. Needs {@code DescribeSecret} and {@code GetSecretValue} on the secrets.
 */
public final class SecretsManagerApiKeys implements ApiKeys {
    private final SecretsManagerClient secretsManager;
    private final SecretNames names;
    private final KeyringSettings settings;
    private final InstantSource clock;
    private final DoubleSupplier random;
    private final KeyringLog log;

    private volatile Map<String, KeptApiKey> keys = new ConcurrentHashMap<>();

    /**
     * Reads nothing yet.
     *
     * @param secretsManager must bound a call's time by itself
     * @param random numbers from 0 to below 1, by which the reads of copies that started together drift apart
     */
    public SecretsManagerApiKeys(
            SecretsManagerClient secretsManager,
            SecretNames names,
            KeyringSettings settings,
            InstantSource clock,
            DoubleSupplier random,
            EventLog log) {
        this.secretsManager = secretsManager;
        this.names = names;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.log = new KeyringLog(log);
    }

    @Override
    public Optional<ApiKey> current(Provider provider) {
        return kept(provider).current();
    }

    /** {@inheritDoc} At most one such read per refresh interval and key. */
    @Override
    public Optional<ApiKey> afterRefused(Provider provider, ApiKey refused) {
        return kept(provider).afterRefused(refused);
    }

    /** Drops every key that is held, as after a restore from a snapshot; the next call reads anew. */
    public void forget() {
        keys = new ConcurrentHashMap<>();
    }

    private KeptApiKey kept(Provider provider) {
        return keys.computeIfAbsent(provider.apiKey().id(), id -> {
            var versions = new ReadVersions<>(secretsManager, names.secret(provider.apiKey()), ApiKey::new);
            return new KeptApiKey(id, versions, settings, clock, random, log);
        });
    }
}
