package dev.hookwarden.rotation;

import dev.hookwarden.provider.KeySource.Generated;
import dev.hookwarden.provider.KeySource.Submitted;
import dev.hookwarden.rotation.ProviderAnswer.Accepted;
import dev.hookwarden.rotation.ProviderAnswer.Rejected;
import dev.hookwarden.rotation.ProviderAnswer.Unclear;
import java.util.Map;
import java.util.Objects;

/** Installs a key that we made at its provider. One that a person brought is there already. */
final class SetSecret implements RotationStep {
    private final SecretsManagerVersions versions;
    private final Map<String, KeyInstallation> installations;

    /**
     * @param installations by the provider's id; throws {@link IllegalArgumentException} when a generated key's provider has none
     */
    SetSecret(RotatingKeys keys, SecretsManagerVersions versions, Map<String, KeyInstallation> installations) {
        this.versions = versions;
        this.installations = Map.copyOf(installations);
        for (RotatingKey key : keys.all()) {
            if (key.key().source() instanceof Generated
                    && !installations.containsKey(key.provider().id())) {
                throw new IllegalArgumentException("Nothing installs the generated key " + key.id());
            }
        }
    }

    @Override
    public StepOutcome perform(Candidacy candidacy) {
        if (candidacy.isCurrent()) {
            return StepOutcome.DONE_BEFORE;
        }
        return switch (candidacy.key().key().source()) {
            case Submitted(String _) -> StepOutcome.NOTHING_TO_DO;
            case Generated() -> install(candidacy);
        };
    }

    private StepOutcome install(Candidacy candidacy) {
        String candidate = versions.value(candidacy.secret(), candidacy.versionId())
                .orElseThrow(() -> RotationRefusedException.of(RotationRefusal.CANDIDATE_MISSING));
        RotatingKey key = candidacy.key();
        KeyInstallation installation =
                Objects.requireNonNull(installations.get(key.provider().id()));
        return switch (installation.install(key.key(), candidate)) {
            case Accepted() -> StepOutcome.DONE;
            case Rejected rejected -> throw rejected.refusal();
            case Unclear unclear -> throw unclear.refusal();
        };
    }
}
