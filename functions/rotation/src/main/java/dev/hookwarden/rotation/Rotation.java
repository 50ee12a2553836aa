package dev.hookwarden.rotation;

import java.util.Map;

/** Performs rotation steps: checks that Secrets Manager may ask for one, performs it, and says what came of it. */
final class Rotation {
    private final RotatingKeys keys;
    private final SecretsManagerVersions versions;
    private final Map<String, RotationStep> steps;
    private final RotationLog log;

    /** @param steps by the names that Secrets Manager gives them */
    Rotation(RotatingKeys keys, SecretsManagerVersions versions, Map<String, RotationStep> steps, RotationLog log) {
        this.keys = keys;
        this.versions = versions;
        this.steps = Map.copyOf(steps);
        this.log = log;
    }

    /**
     * Performs the step.
     *
     * @throws RotationRefusedException if it can't go on; nothing else is thrown
     */
    void perform(RotationRequest request) {
        try {
            RotationStep step = steps.get(request.step());
            if (step == null) {
                throw RotationRefusedException.of(RotationRefusal.STEP_UNKNOWN);
            }
            Candidacy candidacy = candidacy(request);
            log.done(request, candidacy.key(), step.perform(candidacy));
        } catch (RuntimeException fault) {
            throw log.refused(request, keys.of(request.secretId()), fault);
        }
    }

    private Candidacy candidacy(RotationRequest request) {
        RotatingKey key =
                keys.of(request.secretId()).orElseThrow(() -> RotationRefusedException.of(RotationRefusal.KEY_UNKNOWN));
        SecretStages stages = versions.stages(
                        request.secretId(), seen -> seen.versions().contains(request.versionId()))
                .orElseThrow(() -> RotationRefusedException.of(RotationRefusal.KEY_UNKNOWN, "no_such_secret"));
        if (!stages.rotationEnabled()) {
            throw RotationRefusedException.of(RotationRefusal.ROTATION_DISABLED);
        }
        if (!stages.versions().contains(request.versionId())) {
            throw RotationRefusedException.of(RotationRefusal.TOKEN_UNKNOWN);
        }
        Candidacy candidacy =
                new Candidacy(key, request.secretId(), request.versionId(), request.rotationToken(), stages);
        if (!candidacy.isCurrent() && !stages.isOn(SecretStages.PENDING, request.versionId())) {
            throw RotationRefusedException.of(RotationRefusal.TOKEN_NOT_PENDING);
        }
        return candidacy;
    }
}
