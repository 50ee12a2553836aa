package dev.hookwarden.provider;

import java.time.Duration;
import java.util.Set;

/**
 * One key that we hold for a provider; what is known of it, not its value.
 *
 * @param providerId the provider's id
 * @param name the key's name within its provider, as {@code signing-key}
 * @param overlap how long the key before the current one still verifies; zero for a provider that revokes it at once
 * @param rotateEvery how old a key may become
 */
public record ProviderKey(
        String providerId, String name, Set<KeyUse> uses, KeySource source, Duration overlap, Duration rotateEvery) {
    public ProviderKey {
        uses = Set.copyOf(uses);
    }

    /**
     * The key {@code signing-key}, which signs deliveries and nothing else, is brought by a person, and rotated every 90 days unless its
     * provider says otherwise.
     *
     * @param how what that person does
     */
    static ProviderKey signing(String providerId, String how, Duration overlap) {
        return new ProviderKey(
                providerId,
                "signing-key",
                Set.of(KeyUse.SIGNS_DELIVERIES),
                new KeySource.Submitted(how),
                overlap,
                Duration.ofDays(90));
    }

    /** The name that people and secrets use, as {@code zenoo/signing-key}. */
    public String id() {
        return providerId + "/" + name;
    }

    /** The same key with another overlap: providers leave this to the account. */
    public ProviderKey withOverlap(Duration newOverlap) {
        return new ProviderKey(providerId, name, uses, source, newOverlap, rotateEvery);
    }

    /** The same key with another age that it may reach: how often to rotate is the installation's choice. */
    public ProviderKey withRotateEvery(Duration newRotateEvery) {
        return new ProviderKey(providerId, name, uses, source, overlap, newRotateEvery);
    }
}
