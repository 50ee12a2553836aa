package dev.hookwarden.rotation;

import dev.hookwarden.provider.KeyUse;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.rotation.CanaryOutcome.Lost;
import dev.hookwarden.rotation.CanaryOutcome.Refused;
import dev.hookwarden.rotation.CanaryOutcome.Returned;
import dev.hookwarden.rotation.ProviderAnswer.Accepted;
import dev.hookwarden.rotation.ProviderAnswer.Rejected;
import dev.hookwarden.rotation.ProviderAnswer.Unclear;
import dev.hookwarden.signing.SigningKey;
import dev.hookwarden.signing.UnusableKeyException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Uses the candidate for all that it is for, and marks the version that passed with {@link SecretStages#TESTED}.
 *
 * <p>Secrets Manager also runs this step alone, to try a configuration, on a pending version that it removes afterwards
 * (<a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html">RotateImmediately</a>); what that version
 * holds is not documented. One that holds nothing, or the current key, passes without being used and without the mark: should it be a
 * real candidate whose value can't be seen yet, finishSecret refuses it, and the rotation is tried again.
 */
final class TestSecret implements RotationStep {
    private final SecretsManagerVersions versions;
    private final Inspection inspection;
    private final ApiKeyProof proof;
    private final CanaryFlight canary;

    TestSecret(SecretsManagerVersions versions, Inspection inspection, ApiKeyProof proof, CanaryFlight canary) {
        this.versions = versions;
        this.inspection = inspection;
        this.proof = proof;
        this.canary = canary;
    }

    @Override
    public StepOutcome perform(Candidacy candidacy) {
        if (candidacy.isCurrent()) {
            return StepOutcome.DONE_BEFORE;
        }
        Optional<String> candidate = versions.value(candidacy.secret(), candidacy.versionId());
        if (candidate.isEmpty() || isCurrentKey(candidacy, candidate.get())) {
            return StepOutcome.NOTHING_TO_DO;
        }
        inspection.pass(candidacy, candidate.get());
        if (candidacy.key().is(KeyUse.CALLS_API)) {
            call(candidacy, candidate.get());
        }
        if (candidacy.key().is(KeyUse.SIGNS_DELIVERIES)) {
            deliver(candidacy, candidate.get());
        }
        mark(candidacy);
        return StepOutcome.DONE;
    }

    private boolean isCurrentKey(Candidacy candidacy, String candidate) {
        RotatingKey key = candidacy.key();
        return current(candidacy)
                .filter(current -> key.isSame(candidate, key, current))
                .isPresent();
    }

    private Optional<String> current(Candidacy candidacy) {
        return candidacy
                .stages()
                .holder(SecretStages.CURRENT)
                .flatMap(versionId -> versions.value(candidacy.secret(), versionId));
    }

    /** A current key that can't sign is no reason not to replace it. */
    private static Optional<SigningKey> signingKey(Provider provider, String value) {
        try {
            return Optional.of(provider.scheme().signingKey(value));
        } catch (UnusableKeyException unusable) {
            return Optional.empty();
        }
    }

    private void call(Candidacy candidacy, String candidate) {
        switch (proof.prove(candidacy.key().provider(), candidate)) {
            case Accepted() -> {}
            case Rejected rejected -> throw rejected.refusal();
            case Unclear unclear -> throw unclear.refusal();
        }
    }

    private void deliver(Candidacy candidacy, String candidate) {
        RotatingKey key = candidacy.key();
        Predicate<String> isThisKey = versionId -> versionId.equals(candidacy.versionId())
                || versions.valueIfThere(candidacy.secret(), versionId)
                        .filter(value -> key.isSame(candidate, key, value))
                        .isPresent();
        Optional<SigningKey> current = current(candidacy).flatMap(value -> signingKey(key.provider(), value));
        switch (canary.fly(key.provider(), candidate, current, isThisKey)) {
            case Returned() -> {}
            case Refused(String how) -> throw RotationRefusedException.of(RotationRefusal.CANARY_REFUSED, how);
            case Lost(String where) -> throw RotationRefusedException.of(RotationRefusal.CANARY_LOST, where);
        }
    }

    private void mark(Candidacy candidacy) {
        Optional<String> holder = candidacy.stages().holder(SecretStages.TESTED);
        boolean marked = holder.equals(Optional.of(candidacy.versionId()))
                || versions.move(candidacy.secret(), SecretStages.TESTED, holder, candidacy.versionId())
                || markedMeanwhile(candidacy);
        if (!marked) {
            throw RotationRefusedException.of(RotationRefusal.LABEL_MOVED, SecretStages.TESTED);
        }
    }

    /** By another copy of this step, or by a first try of ours whose answer got lost. */
    private boolean markedMeanwhile(Candidacy candidacy) {
        String versionId = candidacy.versionId();
        return versions.stages(candidacy.secret(), stages -> stages.isOn(SecretStages.TESTED, versionId))
                .filter(stages -> stages.isOn(SecretStages.TESTED, versionId))
                .isPresent();
    }
}
