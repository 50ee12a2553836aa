package dev.hookwarden.secrets;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.Keyring;
import dev.hookwarden.verification.Keyrings;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Keyrings whose keys are the staged versions of secrets: AWSCURRENT, AWSPENDING, and AWSPREVIOUS until its key's overlap ends. For
 * use by any number of threads; one at a time reads a key, and the others go on with the keyring that is held.
 *
 * <p>When a read fails, the last keyring serves for as long as the settings allow. When it succeeds and finds no usable key, none
 * serves: that is how a key is revoked.
 *
 * <p>A key that signs like one held for another provider is refused, because whoever knows the one could forge the other's
 * deliveries. Of two alike the one read second is refused, except that a pending key yields to one that isn't. One running copy sees
 * only the providers that it has verified for, so before it has read both it refuses neither; that a new key differs from every
 * other is for its rotation to test.
 */
public final class SecretsManagerKeyrings implements Keyrings {
    private final SecretsManagerClient secretsManager;
    private final SecretNames names;
    private final KeyringSettings settings;
    private final InstantSource clock;
    private final DoubleSupplier random;
    private final KeyringLog log;

    private volatile Generation generation;

    /**
     * Reads nothing yet.
     *
     * @param secretsManager must bound a call's time by itself ({@code apiCallTimeout}, well inside the time a provider waits): whoever
     *     has no keyring waits for it
     * @param random numbers from 0 to below 1, by which the reads of copies that started together drift apart
     */
    public SecretsManagerKeyrings(
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
        this.generation = new Generation(this.log);
    }

    @Override
    public Keyring current(Provider provider) {
        return kept(provider).current();
    }

    /**
     * {@inheritDoc} Reads at most once per refresh interval and key, whatever it is asked, and counts only these early reads: one that
     * was due does not use up the next. What is newer is a version that {@code stale} lacks; nothing else could verify.
     */
    @Override
    public Optional<Keyring> refreshed(Provider provider, Keyring stale) {
        return kept(provider).refreshed(stale);
    }

    /** Drops every key that is held, as after a restore from a snapshot; the next call reads anew. */
    public void forget() {
        generation = new Generation(log);
    }

    private KeptKeyring kept(Provider provider) {
        Generation now = generation;
        return now.keyrings.computeIfAbsent(provider.signingKey().id(), id -> {
            KeyVersions versions = new KeyVersions(secretsManager, names, provider);
            return new KeptKeyring(id, versions, now.held, settings, clock, random, log);
        });
    }

    /** All that is held. A read that outlives its generation can't put keys into the next. */
    private static final class Generation {
        private final HeldKeyrings held;
        private final Map<String, KeptKeyring> keyrings = new ConcurrentHashMap<>();

        Generation(KeyringLog log) {
            this.held = new HeldKeyrings(log);
        }
    }
}
