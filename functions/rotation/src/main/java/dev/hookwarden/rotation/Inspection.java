package dev.hookwarden.rotation;

import dev.hookwarden.signing.KeyDefect;
import java.util.Optional;

/** Looks at a candidate before anything is done with it: its shape, and whether it is new. */
final class Inspection {
    private final RotatingKeys keys;
    private final SecretsManagerVersions versions;

    Inspection(RotatingKeys keys, SecretsManagerVersions versions) {
        this.keys = keys;
        this.versions = versions;
    }

    /** Refuses a candidate that can't be this key, or that any key's current, pending or previous version already is. */
    void pass(Candidacy candidacy, String candidate) {
        Optional<KeyDefect> defect = candidacy.key().defectIn(candidate);
        if (defect.isPresent()) {
            throw RotationRefusedException.malformed(defect.get());
        }
        keys.all().forEach(other -> differ(candidacy, candidate, other));
    }

    private void differ(Candidacy candidacy, String candidate, RotatingKey other) {
        boolean own = other.equals(candidacy.key());
        String secret = keys.secret(other);
        Optional<SecretStages> stages = own ? Optional.of(candidacy.stages()) : versions.stages(secret);
        stages.stream()
                .flatMap(labelled -> labelled.keys().stream())
                .filter(versionId -> !(own && versionId.equals(candidacy.versionId())))
                .flatMap(versionId -> versions.value(secret, versionId).stream())
                .filter(value -> candidacy.key().isSame(candidate, other, value))
                .findFirst()
                .ifPresent(same -> {
                    throw own
                            ? RotationRefusedException.of(RotationRefusal.CANDIDATE_UNCHANGED)
                            : RotationRefusedException.of(RotationRefusal.CANDIDATE_OF_ANOTHER_KEY, other.id());
                });
    }
}
