package dev.hookwarden.secrets;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.KeyVersion.Unusable;
import dev.hookwarden.secrets.KeyVersion.Usable;
import dev.hookwarden.secrets.KeyringReading.LeftOut;
import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.SigningKey;
import dev.hookwarden.signing.StagedKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Reads the versions of one provider's signing key. Not for use by two threads at once. */
final class KeyVersions {
    private final ReadVersions<SigningKey> versions;
    private final Duration overlap;

    KeyVersions(SecretsManagerClient secretsManager, SecretNames names, Provider provider) {
        this.versions =
                new ReadVersions<>(secretsManager, names.secret(provider.signingKey()), provider.scheme()::signingKey);
        this.overlap = provider.signingKey().overlap();
    }

    /**
     * The keys as they stand. Nothing when the secret is to be deleted: who deletes a key wants it to stop verifying.
     *
     * @throws RuntimeException what the SDK throws, when Secrets Manager doesn't answer for the secret or for one of its versions. So
     *     also when it doesn't find the secret, which may be deleted without recovery or not yet visible after a write
     */
    KeyringReading read(Instant now) {
        DescribeSecretResponse described = versions.describe();
        if (described.deletedDate() != null) {
            versions.keepOnly(List.of());
            return KeyringReading.NOTHING;
        }
        Map<KeyStage, String> staged = staged(described.versionIdsToStages());
        Instant previousUntil = previousUntil(staged, Optional.ofNullable(described.lastRotatedDate()));
        if (!now.isBefore(previousUntil)) {
            staged.remove(KeyStage.PREVIOUS);
        }
        versions.keepOnly(staged.values());
        return reading(staged, previousUntil);
    }

    /**
     * Each version once. AWSPENDING may stay on a version that has become current, and go with it to AWSPREVIOUS: a version that was
     * current is no candidate, else it would verify without a deadline.
     */
    private static Map<KeyStage, String> staged(Map<String, List<String>> labels) {
        Map<KeyStage, String> staged = new EnumMap<>(KeyStage.class);
        for (KeyStage stage : List.of(KeyStage.CURRENT, KeyStage.PREVIOUS, KeyStage.PENDING)) {
            labels.forEach((versionId, stages) -> {
                if (stages.contains(stage.label()) && !staged.containsValue(versionId)) {
                    staged.put(stage, versionId);
                }
            });
        }
        return staged;
    }

    /** The end of the overlap; long ago when there is no current version, or no overlap at all. */
    private Instant previousUntil(Map<KeyStage, String> staged, Optional<Instant> lastRotatedAt) {
        String currentId = staged.get(KeyStage.CURRENT);
        if (currentId == null) {
            return Instant.MIN;
        }
        Instant createdAt = versions.current(currentId).createdAt();
        // Not an overlap of nothing from then on: their clock may be ahead of ours.
        if (overlap.isZero()) {
            return Instant.MIN;
        }
        return Overlap.end(createdAt, lastRotatedAt, overlap);
    }

    private KeyringReading reading(Map<KeyStage, String> staged, Instant previousUntil) {
        List<StagedKey> keys = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        staged.forEach((stage, versionId) -> {
            try {
                switch (versions.version(versionId)) {
                    case Usable<SigningKey>(Instant _, var key) ->
                        keys.add(new StagedKey(key, stage, versionId, deadline(stage, previousUntil)));
                    case Unusable<SigningKey>(Instant _, var defect) ->
                        leftOut.add(new LeftOut(stage, versionId, defect));
                }
            } catch (ResourceNotFoundException empty) {
                leftOut.add(new LeftOut(stage, versionId, "no_value"));
            }
        });
        return new KeyringReading(keys, leftOut);
    }

    private static Optional<Instant> deadline(KeyStage stage, Instant previousUntil) {
        return stage == KeyStage.PREVIOUS ? Optional.of(previousUntil) : Optional.empty();
    }
}
