package dev.hookwarden.rotation;

import dev.hookwarden.delivery.DeliveryIdentity;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.http.Headers;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.KeyringSettings;
import dev.hookwarden.secrets.SecretNames;
import dev.hookwarden.secrets.SecretsManagerKeyrings;
import dev.hookwarden.signing.Verification;
import dev.hookwarden.signing.Verification.Refused;
import dev.hookwarden.signing.Verification.Verified;
import dev.hookwarden.verification.Verifier;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Ingest, queue and processor in one: the real verifier over the real keyring, and a table in memory. */
final class SimulatedReceiver {
    private final List<Provider> providers;
    private final SecretsManagerClient secretsManager;
    private final SecretNames names;
    private final InstantSource clock;
    private final Verifier verifier;
    private final Map<String, String> records = new HashMap<>();

    SimulatedReceiver(
            List<Provider> providers, SecretsManagerClient secretsManager, SecretNames names, InstantSource clock) {
        this.providers = providers;
        this.secretsManager = secretsManager;
        this.names = names;
        this.clock = clock;
        this.verifier = freshVerifier();
    }

    private Verifier freshVerifier() {
        return new Verifier(
                new SecretsManagerKeyrings(secretsManager, names, KeyringSettings.DEFAULT, clock, () -> 0, line -> {}));
    }

    int receive(String providerId, Map<String, String> headers, Payload payload) {
        Provider provider = providers.stream()
                .filter(each -> each.id().equals(providerId))
                .findFirst()
                .orElseThrow();
        Headers received = Headers.of(headers);
        return switch (verifier.verify(provider, received, payload.bytes(), clock.instant())) {
            case Refused _ -> 401;
            case Verified verified -> {
                DeliveryIdentity identity = DeliveryIdentity.of(provider.identification(), received, payload);
                records.putIfAbsent(provider.id() + "#" + identity.deliveryId(), verified.keyVersion());
                yield 200;
            }
        };
    }

    Optional<String> keyVersion(String idempotencyKey) {
        return Optional.ofNullable(records.get(idempotencyKey));
    }

    /** The version that verified each delivery, by the delivery's idempotency key. */
    Map<String, String> records() {
        return Map.copyOf(records);
    }

    /** The versions whose canaries came out. */
    Set<String> proven() {
        return new HashSet<>(records.values());
    }

    /** Whether a copy of the receiver that starts now accepts what this key signs. */
    boolean verifies(Provider provider, String key) {
        Payload payload = Payload.of(new byte[] {'{', '}'});
        Map<String, String> headers =
                provider.scheme().sign(provider.scheme().signingKey(key), payload.bytes(), "id-1", clock.instant());
        Verification verification =
                freshVerifier().verify(provider, Headers.of(headers), payload.bytes(), clock.instant());
        return verification instanceof Verified;
    }
}
