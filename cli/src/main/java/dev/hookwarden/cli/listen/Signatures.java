package dev.hookwarden.cli.listen;

import dev.hookwarden.http.Headers;
import dev.hookwarden.provider.Location;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.Keyring;
import dev.hookwarden.signing.SigningKey;
import dev.hookwarden.signing.StagedKey;
import dev.hookwarden.signing.Verification;
import dev.hookwarden.verification.Keyrings;
import dev.hookwarden.verification.Verifier;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The headers that a copy is forwarded with. */
interface Signatures {
    /** The headers; empty when what was signed doesn't verify, as with an id that the scheme can't sign. */
    Optional<Map<String, String>> of(Copy copy, Instant now);

    /** None of the provider's but where it says the event type. */
    static Signatures none(Provider provider) {
        return (copy, now) -> Optional.of(eventType(provider, copy));
    }

    /**
     * What the provider would send with this payload, had it this key. The product's own verifier has accepted each, by which an application
     * can check a copy as it checks deliveries.
     */
    static Signatures with(Provider provider, SigningKey key) {
        Keyring keyring = new Keyring(List.of(new StagedKey(key, KeyStage.CURRENT, "listen")));
        Verifier verifier = new Verifier(new Keyrings() {
            @Override
            public Keyring current(Provider ofProvider) {
                return keyring;
            }

            @Override
            public Optional<Keyring> refreshed(Provider ofProvider, Keyring stale) {
                return Optional.empty();
            }
        });
        return (copy, now) -> {
            byte[] payload = copy.payload().bytes();
            Map<String, String> headers = new LinkedHashMap<>(eventType(provider, copy));
            headers.putAll(provider.scheme().sign(key, payload, copy.deliveryId(), now));
            Verification verification = verifier.verify(provider, Headers.of(headers), payload, now);
            return verification instanceof Verification.Verified ? Optional.of(headers) : Optional.empty();
        };
    }

    private static Map<String, String> eventType(Provider provider, Copy copy) {
        return provider.identification()
                .eventType()
                .filter(Location.Header.class::isInstance)
                .map(Location.Header.class::cast)
                .map(header -> Map.of(header.name(), copy.eventType()))
                .orElse(Map.of());
    }
}
