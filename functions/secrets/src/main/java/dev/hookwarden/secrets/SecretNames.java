package dev.hookwarden.secrets;

import dev.hookwarden.provider.ProviderKey;

/**
 * What the secrets of one installation are called. Throws {@link IllegalArgumentException} for a prefix that Secrets Manager would
 * not take.
 *
 * @param prefix what every name begins with, as {@code hookwarden/local}, without a slash at either end
 */
public record SecretNames(String prefix) {
    public SecretNames {
        if (!prefix.matches("[A-Za-z0-9_+=.@-]+(/[A-Za-z0-9_+=.@-]+)*")) {
            throw new IllegalArgumentException(
                    "A prefix of secrets is letters, digits and _+=.@- in parts joined by slashes");
        }
    }

    /** The secret that holds the key, as {@code hookwarden/local/zenoo/signing-key}. */
    public String secret(ProviderKey key) {
        return prefix + "/" + key.id();
    }

    /** The secret that a person submits the next key to, as {@code hookwarden/local/zenoo/signing-key/inbox}. */
    public String inbox(ProviderKey key) {
        return secret(key) + "/inbox";
    }
}
