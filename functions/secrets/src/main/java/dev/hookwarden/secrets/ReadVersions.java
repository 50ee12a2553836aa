package dev.hookwarden.secrets;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The versions of one secret: one GetSecretValue by version id for each that was not read before, always by version id. Not for use by
 * two threads at once. Throws what the SDK throws.
 */
final class ReadVersions<K> {
    private final SecretsManagerClient secretsManager;
    private final String secret;
    private final Function<String, K> key;
    private final Map<String, KeyVersion<K>> read = new HashMap<>();

    /** @param key makes the key of a version's text; throws {@link dev.hookwarden.signing.UnusableKeyException} when it can't be one */
    ReadVersions(SecretsManagerClient secretsManager, String secret, Function<String, K> key) {
        this.secretsManager = secretsManager;
        this.secret = secret;
        this.key = key;
    }

    DescribeSecretResponse describe() {
        return secretsManager.describeSecret(request -> request.secretId(secret));
    }

    /** The current version always has a value, so one that isn't found isn't visible yet. Asked once more, at once. */
    KeyVersion<K> current(String versionId) {
        try {
            return version(versionId);
        } catch (ResourceNotFoundException notYetVisible) {
            return version(versionId);
        }
    }

    KeyVersion<K> version(String versionId) {
        KeyVersion<K> known = read.get(versionId);
        if (known != null) {
            return known;
        }
        KeyVersion<K> version = KeyVersion.of(
                secretsManager.getSecretValue(
                        request -> request.secretId(secret).versionId(versionId)),
                key);
        read.put(versionId, version);
        return version;
    }

    /** Drops every other version. */
    void keepOnly(Collection<String> versionIds) {
        read.keySet().retainAll(versionIds);
    }
}
