package dev.hookwarden.rotation;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.rotation.ProviderAnswer.Accepted;
import dev.hookwarden.rotation.ProviderAnswer.Rejected;
import java.util.HashSet;
import java.util.Set;

/** The providers' side: which API keys are alive, and which keys were installed. */
final class SimulatedProviders {
    private final Set<String> alive = new HashSet<>();
    private final Set<String> proven = new HashSet<>();
    private final Set<String> installed = new HashSet<>();

    void issue(String key) {
        alive.add(key);
    }

    void revoke(String key) {
        alive.remove(key);
    }

    ProviderAnswer prove(Provider provider, String key) {
        if (!alive.contains(key)) {
            return new Rejected(401);
        }
        proven.add(key);
        return new Accepted();
    }

    ProviderAnswer install(ProviderKey key, String value) {
        installed.add(value);
        return new Accepted();
    }

    /** The keys with which the API was called. */
    Set<String> proven() {
        return Set.copyOf(proven);
    }

    Set<String> installed() {
        return Set.copyOf(installed);
    }
}
