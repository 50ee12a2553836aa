package dev.hookwarden.rotation;

import dev.hookwarden.provider.KeySource.Generated;
import dev.hookwarden.provider.KeySource.Submitted;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Gives the pending version its value: the submitted key, or one that we make. From here on the verifier accepts it. */
final class CreateSecret implements RotationStep {
    private static final int GENERATED_BYTES = 32;

    private final RotatingKeys keys;
    private final SecretsManagerVersions versions;
    private final SecretsManagerInbox inbox;
    private final Inspection inspection;
    private final DueKeys dueKeys;
    private final RandomGenerator random;

    CreateSecret(
            RotatingKeys keys,
            SecretsManagerVersions versions,
            SecretsManagerInbox inbox,
            Inspection inspection,
            DueKeys dueKeys,
            RandomGenerator random) {
        this.keys = keys;
        this.versions = versions;
        this.inbox = inbox;
        this.inspection = inspection;
        this.dueKeys = dueKeys;
        this.random = random;
    }

    @Override
    public StepOutcome perform(Candidacy candidacy) {
        if (versions.valueIfThere(candidacy.secret(), candidacy.versionId()).isPresent()) {
            return StepOutcome.DONE_BEFORE;
        }
        // The first value a secret ever gets becomes current at once, whatever stage it is put with
        // (docs.aws.amazon.com, PutSecretValue).
        if (candidacy.stages().holder(SecretStages.CURRENT).isEmpty()) {
            throw RotationRefusedException.of(RotationRefusal.CURRENT_MISSING);
        }
        String candidate = candidate(candidacy.key());
        inspection.pass(candidacy, candidate);
        versions.putPending(candidacy, candidate);
        return StepOutcome.DONE;
    }

    private String candidate(RotatingKey key) {
        return switch (key.key().source()) {
            case Submitted(String how) ->
                inbox.submitted(keys.inbox(key)).orElseThrow(() -> {
                    dueKeys.announce(key.key(), how);
                    return RotationRefusedException.of(RotationRefusal.CANDIDATE_MISSING);
                });
            case Generated() -> generated();
        };
    }

    private String generated() {
        byte[] bytes = new byte[GENERATED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
