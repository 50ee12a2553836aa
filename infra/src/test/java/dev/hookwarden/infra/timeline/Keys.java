package dev.hookwarden.infra.timeline;

import dev.hookwarden.provider.ProviderKey;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;

/** The keys in Secrets Manager, what a person does with them, and those that the providers hold. */
final class Keys {
    private final SecretsManagerClient secrets;
    private final Map<String, String> atProviders = new HashMap<>();

    Keys(SecretsManagerClient secrets) {
        this.secrets = secrets;
    }

    void create(ProviderKey key) {
        String value = fresh();
        atProviders.put(key.id(), value);
        secrets.createSecret(request -> request.name(World.NAMES.secret(key)).secretString(value));
        secrets.createSecret(request -> request.name(World.NAMES.inbox(key)));
    }

    /** The value that the provider signs or checks with. */
    String atProvider(ProviderKey key) {
        return atProviders.getOrDefault(key.id(), "");
    }

    /** Issues the next key; the provider uses it from now on. */
    String changeAtProvider(ProviderKey key) {
        String value = fresh();
        atProviders.put(key.id(), value);
        return value;
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }

    void submit(ProviderKey key, String value) {
        secrets.putSecretValue(
                request -> request.secretId(World.NAMES.inbox(key)).secretString(value));
    }

    /** Asks for a rotation, whose steps wait. One that was given up is refused, and taken up again all the same. */
    void rotate(ProviderKey key) {
        try {
            secrets.rotateSecret(request -> request.secretId(World.NAMES.secret(key))
                    .rotationLambdaARN(Rotations.ARN)
                    .rotationRules(rules -> rules.automaticallyAfterDays(90L)));
        } catch (InvalidRequestException takenUpAgain) {
            // What matters are the steps that wait now.
        }
    }

    /** Puts a value in place of the current one, as nobody should. */
    void overwrite(ProviderKey key, String value) {
        secrets.putSecretValue(
                request -> request.secretId(World.NAMES.secret(key)).secretString(value));
    }

    /** Puts a value beside the current one. */
    void putPending(ProviderKey key, String value) {
        secrets.putSecretValue(request ->
                request.secretId(World.NAMES.secret(key)).secretString(value).versionStages("AWSPENDING"));
    }
}
