package dev.hookwarden.local.stack;

import dev.hookwarden.local.providers.SimulatedProviders;
import dev.hookwarden.provider.KeyUse;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.SecretNames;
import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.SigningKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Gives every key a secret with a generated value and an empty inbox, so that a first delivery needs no set-up. */
final class LocalKeys {
    static final SecretNames NAMES = new SecretNames("hookwarden/local");

    private static final int MOST_LOOKS = 200;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final List<String> onTrial = new ArrayList<>();
    private final SecretsManagerClient secrets;
    private final SecureRandom random = new SecureRandom();

    LocalKeys(SecretsManagerClient secrets) {
        this.secrets = secrets;
    }

    /**
     * Creates what isn't there yet; a start that was killed half-way is taken up by the next.
     *
     * @param simulated who issues the keys that call APIs
     */
    void createFor(Provider provider, SimulatedProviders simulated) {
        for (ProviderKey key : provider.keys()) {
            if (!exists(NAMES.secret(key))) {
                String value = issue(key, simulated);
                secrets.createSecret(request -> request.name(NAMES.secret(key)).secretString(value));
            }
            if (!exists(NAMES.inbox(key))) {
                secrets.createSecret(request -> request.name(NAMES.inbox(key)));
            }
            if (!Boolean.TRUE.equals(describe(NAMES.secret(key)).rotationEnabled())) {
                scheduleRotation(key);
                onTrial.add(NAMES.secret(key));
            }
        }
    }

    /**
     * Has the next key issued, submits it and starts its rotation; says which version is to become current.
     *
     * @throws software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException when another is not complete
     */
    String rotate(ProviderKey key, SimulatedProviders simulated) {
        String value = issue(key, simulated);
        secrets.putSecretValue(request -> request.secretId(NAMES.inbox(key)).secretString(value));
        return secrets.rotateSecret(request -> request.secretId(NAMES.secret(key)))
                .versionId();
    }

    /** Setting a schedule tries the function out, with a pending version; returns when the new schedules' trials are over. */
    void awaitTrials() {
        for (int look = 0; look < MOST_LOOKS && onTrial.stream().anyMatch(this::hasPending); look++) {
            Pause.of(BETWEEN_LOOKS);
        }
    }

    /** The key that a provider's deliveries are signed with now. */
    SigningKey currentSigningKey(Provider provider) {
        String key = secrets.getSecretValue(request -> request.secretId(NAMES.secret(provider.signingKey())))
                .secretString();
        return provider.scheme().signingKey(key);
    }

    private boolean hasPending(String name) {
        return describe(name).versionIdsToStages().values().stream()
                .anyMatch(stages -> stages.contains(KeyStage.PENDING.label()));
    }

    private void scheduleRotation(ProviderKey key) {
        secrets.rotateSecret(request -> request.secretId(NAMES.secret(key))
                .rotationLambdaARN(LocalRotation.ARN)
                .rotationRules(
                        rules -> rules.automaticallyAfterDays(key.rotateEvery().toDays()))
                .rotateImmediately(false));
    }

    private DescribeSecretResponse describe(String name) {
        return secrets.describeSecret(request -> request.secretId(name));
    }

    private boolean exists(String name) {
        try {
            describe(name);
            return true;
        } catch (ResourceNotFoundException missing) {
            return false;
        }
    }

    private String issue(ProviderKey key, SimulatedProviders simulated) {
        return key.uses().contains(KeyUse.CALLS_API)
                ? simulated.issueKey(Provider.withId(key.providerId()).orElseThrow())
                : generate();
    }

    private String generate() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
