package dev.hookwarden.rotation;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.SecretNames;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys of every configured provider, and the secrets they live in. */
record RotatingKeys(List<RotatingKey> all, SecretNames names) {
    RotatingKeys {
        all = List.copyOf(all);
    }

    static RotatingKeys of(List<Provider> providers, SecretNames names) {
        return new RotatingKeys(
                providers.stream()
                        .flatMap(provider -> provider.keys().stream().map(key -> new RotatingKey(provider, key)))
                        .toList(),
                names);
    }

    /** The name of the secret that holds the key. */
    String secret(RotatingKey key) {
        return names.secret(key.key());
    }

    /** The name of the secret that the next key is submitted to. */
    String inbox(RotatingKey key) {
        return names.inbox(key.key());
    }

    /**
     * The key that this secret holds, if it holds one of ours. An ARN ends in the name, a hyphen and six characters
     * (<a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html">what's in a secret</a>).
     *
     * @param secretId the secret's ARN, or its name
     */
    Optional<RotatingKey> of(String secretId) {
        return all.stream().filter(key -> isSecret(secretId, secret(key))).findFirst();
    }

    private static boolean isSecret(String secretId, String name) {
        return secretId.equals(name)
                || secretId.matches("arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:" + Pattern.quote(name)
                        + "-[A-Za-z0-9]{6}");
    }
}
