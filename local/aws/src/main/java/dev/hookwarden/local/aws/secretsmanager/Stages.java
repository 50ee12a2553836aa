package dev.hookwarden.local.aws.secretsmanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsActions;
import dev.hookwarden.local.aws.AwsInput;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** UpdateSecretVersionStage: a label moves, or goes, only from the version that the caller believes to hold it. */
record Stages(Vault vault) {
    private static final Set<String> MEMBERS =
            Set.of("SecretId", "VersionStage", "RemoveFromVersionId", "MoveToVersionId");
    private static final int MAX_LENGTH = 256;

    void addTo(AwsActions actions) {
        actions.with("UpdateSecretVersionStage", MEMBERS, this::update);
    }

    /** The stages that a PutSecretValue request names; empty when it names none. */
    static List<String> in(AwsInput input) {
        List<String> stages = input.texts("VersionStages");
        boolean empty = input.has("VersionStages") && stages.isEmpty();
        if (empty || stages.size() > StageLabels.MAX_PER_VERSION) {
            throw Refusals.parameter("VersionStages must name 1 to 20 staging labels.");
        }
        stages.forEach(Stages::check);
        return stages;
    }

    private static void check(String stage) {
        if (stage.isEmpty() || stage.length() > MAX_LENGTH) {
            throw Refusals.parameter("A staging label must have 1 to 256 characters.");
        }
    }

    private ObjectNode update(AwsInput input) {
        String stage = input.requiredText("VersionStage");
        check(stage);
        String from = input.text("RemoveFromVersionId");
        String to = input.text("MoveToVersionId");
        if (from == null && to == null) {
            throw Refusals.parameter("You must provide RemoveFromVersionId, MoveToVersionId, or both.");
        }
        return Answers.of(vault.change(input.requiredText("SecretId"), secret -> {
            checkHolder(stage, secret.labels().holder(stage), from, to);
            return secret.with(to == null ? removed(secret, stage) : moved(secret, stage, to));
        }));
    }

    private static void checkHolder(String stage, @Nullable String holder, @Nullable String from, @Nullable String to) {
        if (holder != null && from == null && !holder.equals(to)) {
            throw Refusals.parameter("The parameter RemoveFromVersionId can't be empty. Staging label " + stage
                    + " is currently attached to version " + holder
                    + ", so you must explicitly reference that version in RemoveFromVersionId.");
        }
        if (from != null && !from.equals(holder)) {
            throw Refusals.parameter("Staging label " + stage + " isn't attached to version " + from
                    + ", which RemoveFromVersionId references.");
        }
    }

    private static StageLabels moved(Secret secret, String stage, String to) {
        SecretVersion version = secret.versions().find(to);
        // A version that RotateSecret announced does not exist before it has a value (API reference: DescribeSecret).
        if (version == null || version.value() == null) {
            throw Refusals.noVersion(to);
        }
        return secret.labels().move(stage, to);
    }

    private static StageLabels removed(Secret secret, String stage) {
        if (stage.equals(StageLabels.CURRENT)) {
            throw Refusals.parameter("You can only move staging label AWSCURRENT to a different secret version."
                    + " It can't be completely removed.");
        }
        return secret.labels().remove(stage);
    }
}
