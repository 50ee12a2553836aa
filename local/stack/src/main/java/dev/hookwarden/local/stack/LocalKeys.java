package dev.hookwarden.local.stack;

import dev.hookwarden.provider.KeyUse;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.SecretNames;
import java.security.SecureRandom;
import java.util.HexFormat;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Gives every key a secret with a generated value and an empty inbox, so that a first delivery needs no set-up. */
final class LocalKeys {
    static final SecretNames NAMES = new SecretNames("hookwarden/local");

    private final SecretsManagerClient secrets;
    private final SecureRandom random = new SecureRandom();

    LocalKeys(SecretsManagerClient secrets) {
        this.secrets = secrets;
    }

    /** Creates what isn't there yet. */
    void createFor(SimulatedProvider simulated) {
        Provider provider = simulated.provider();
        for (ProviderKey key : provider.keys()) {
            boolean callsApi = key.uses().contains(KeyUse.CALLS_API);
            if (!exists(NAMES.secret(key))) {
                String value = callsApi ? simulated.issueKey() : generate();
                secrets.createSecret(request -> request.name(NAMES.secret(key)).secretString(value));
                secrets.createSecret(request -> request.name(NAMES.inbox(key)));
                scheduleRotation(key);
            }
        }
    }

    private void scheduleRotation(ProviderKey key) {
        secrets.rotateSecret(request -> request.secretId(NAMES.secret(key))
                .rotationLambdaARN(LocalRotation.ARN)
                .rotationRules(
                        rules -> rules.automaticallyAfterDays(key.rotateEvery().toDays()))
                .rotateImmediately(false));
    }

    private boolean exists(String name) {
        try {
            secrets.describeSecret(request -> request.secretId(name));
            return true;
        } catch (ResourceNotFoundException missing) {
            return false;
        }
    }

    private String generate() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
