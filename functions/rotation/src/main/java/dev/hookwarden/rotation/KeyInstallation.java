package dev.hookwarden.rotation;

import dev.hookwarden.provider.ProviderKey;

/** Makes a key that we generated known to its provider. */
@FunctionalInterface
public interface KeyInstallation {
    /**
     * Installs the key beside the current one, or in its place. Doing so again changes nothing.
     *
     * @param value the key; never to be logged
     */
    ProviderAnswer install(ProviderKey key, String value);
}
