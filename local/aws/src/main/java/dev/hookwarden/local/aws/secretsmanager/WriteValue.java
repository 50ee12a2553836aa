package dev.hookwarden.local.aws.secretsmanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsActions;
import dev.hookwarden.local.aws.AwsInput;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PutSecretValue and UpdateSecret: new versions of a secret that is there. */
record WriteValue(Vault vault) {
    private static final Set<String> PUT_MEMBERS =
            Set.of("SecretId", "ClientRequestToken", "SecretBinary", "SecretString", "VersionStages", "RotationToken");
    private static final Set<String> UPDATE_MEMBERS =
            Set.of("SecretId", "ClientRequestToken", "Description", "KmsKeyId", "SecretBinary", "SecretString");

    void addTo(AwsActions actions) {
        actions.with("PutSecretValue", PUT_MEMBERS, this::put).with("UpdateSecret", UPDATE_MEMBERS, this::update);
    }

    private ObjectNode put(AwsInput input) {
        String token = vault.ids().token(input.text("ClientRequestToken"));
        List<String> stages = Stages.in(input);
        SecretValue value = SecretValue.requiredIn(input);
        Secret secret = vault.store().getLive(input.requiredText("SecretId"));
        if (!isRepeated(secret, token, value)) {
            secret = vault.change(secret.arn(), current -> written(current, token, value, stages));
        }
        ObjectNode answer = Answers.of(secret).put("VersionId", token);
        secret.labels().of(token).forEach(answer.putArray("VersionStages")::add);
        return answer;
    }

    /** Same token and same value: nothing happens, the labels stay too (API reference: PutSecretValue). */
    private static boolean isRepeated(Secret secret, String token, SecretValue value) {
        SecretVersion there = secret.versions().find(token);
        return there != null && value.equals(there.value());
    }

    private Secret written(Secret secret, String token, SecretValue value, List<String> stages) {
        SecretVersion there = secret.versions().find(token);
        if (there != null && there.value() != null) {
            if (value.equals(there.value())) {
                return secret;
            }
            throw Refusals.tokenInUse(token, secret.arn());
        }
        Instant now = vault.clock().instant();
        boolean first = !secret.versions().haveValue();
        SecretVersions versions = secret.versions().with(SecretVersion.holding(token, now, value));
        StageLabels labels = versions.labels();
        for (String stage : stages.isEmpty() ? List.of(StageLabels.CURRENT) : stages) {
            labels = labels.move(stage, token);
        }
        // "If this operation creates the first version for the secret, then Secrets Manager automatically attaches
        // the staging label AWSCURRENT to it" (API reference: PutSecretValue).
        labels = first ? labels.move(StageLabels.CURRENT, token) : labels;
        return rescheduled(secret.with(versions.labelled(labels)), token, now);
    }

    private static Secret rescheduled(Secret secret, String token, Instant now) {
        if (!token.equals(secret.labels().holder(StageLabels.CURRENT))) {
            return secret;
        }
        Secret settled = abandoned(secret);
        return settled.with(settled.rotation().rescheduled(now));
    }

    /**
     * A version made current by hand ends the rotation that is under way: its pending label goes (user guide, CloudTrail
     * entries: RotationAbandoned).
     */
    private static Secret abandoned(Secret secret) {
        return secret.rotation().enabled() && secret.labels().pendingIsNotCurrent()
                ? secret.with(secret.labels().remove(StageLabels.PENDING))
                        .with(secret.rotation().idle())
                : secret;
    }

    private ObjectNode update(AwsInput input) {
        String token = vault.ids().token(input.text("ClientRequestToken"));
        SecretValue value = SecretValue.in(input);
        Secret changed = vault.change(
                input.requiredText("SecretId"),
                secret -> withValue(secret.with(details(secret.details(), input)), token, value));
        ObjectNode answer = Answers.of(changed);
        return value == null ? answer : answer.put("VersionId", token);
    }

    private static SecretDetails details(SecretDetails old, AwsInput input) {
        return new SecretDetails(
                input.has("Description") ? input.text("Description") : old.description(),
                input.has("KmsKeyId") ? input.text("KmsKeyId") : old.kmsKeyId(),
                old.tags());
    }

    private Secret withValue(Secret secret, String token, @Nullable SecretValue value) {
        if (value == null) {
            return secret;
        }
        // Unlike PutSecretValue, also with the same value (API reference: UpdateSecret).
        if (secret.versions().find(token) != null) {
            throw Refusals.tokenInUse(token, secret.arn());
        }
        return written(secret, token, value, List.of());
    }
}
