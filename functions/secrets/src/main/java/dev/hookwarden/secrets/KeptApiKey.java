package dev.hookwarden.secrets;

import dev.hookwarden.provider.ApiKey;
import dev.hookwarden.secrets.KeyVersion.Unusable;
import dev.hookwarden.secrets.KeyVersion.Usable;
import dev.hookwarden.secrets.KeyringReading.LeftOut;
import dev.hookwarden.signing.KeyStage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

/** One API key's current version: kept, and read again by one thread at a time. */
final class KeptApiKey {
    private final String keyId;
    private final ReadVersions<ApiKey> versions;
    private final KeyringSettings settings;
    private final InstantSource clock;
    private final DoubleSupplier random;
    private final KeyringLog log;
    private final Kept<HeldApiKey> kept;

    private volatile HeldApiKey held = HeldApiKey.NONE;

    KeptApiKey(
            String keyId,
            ReadVersions<ApiKey> versions,
            KeyringSettings settings,
            InstantSource clock,
            DoubleSupplier random,
            KeyringLog log) {
        this.keyId = keyId;
        this.versions = versions;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.log = log;
        this.kept = new Kept<>(() -> held, this::read, settings, clock);
    }

    Optional<ApiKey> current() {
        return kept.current().at(clock.instant());
    }

    Optional<ApiKey> afterRefused(ApiKey refused) {
        return kept.refreshed((now, at) -> now.other(refused, at).isPresent()).other(refused, clock.instant());
    }

    private boolean read(Instant begunAt) {
        try {
            held = reading(HeldUntil.from(begunAt, settings, random.getAsDouble()));
        } catch (RuntimeException fault) {
            log.failed(keyId, fault);
            return false;
        }
        if (held.key().isEmpty()) {
            log.empty(keyId);
            return false;
        }
        log.read(keyId, held);
        return true;
    }

    private HeldApiKey reading(HeldUntil until) {
        DescribeSecretResponse described = versions.describe();
        Optional<String> currentId = described.deletedDate() == null ? current(described) : Optional.empty();
        versions.keepOnly(currentId.map(List::of).orElse(List.of()));
        return new HeldApiKey(currentId.flatMap(this::usable), currentId.orElse(""), until);
    }

    private static Optional<String> current(DescribeSecretResponse described) {
        return described.versionIdsToStages().entrySet().stream()
                .filter(version -> version.getValue().contains(KeyStage.CURRENT.label()))
                .map(version -> version.getKey())
                .findFirst();
    }

    private Optional<ApiKey> usable(String versionId) {
        return switch (versions.current(versionId)) {
            case Usable<ApiKey>(Instant _, var key) -> Optional.of(key);
            case Unusable<ApiKey>(Instant _, var defect) -> {
                log.unusable(keyId, new LeftOut(KeyStage.CURRENT, versionId, defect));
                yield Optional.empty();
            }
        };
    }
}
