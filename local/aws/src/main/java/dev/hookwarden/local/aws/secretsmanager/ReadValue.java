package dev.hookwarden.local.aws.secretsmanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsActions;
import dev.hookwarden.local.aws.AwsInput;
import java.util.Set;

/** GetSecretValue, by version id, by stage, or by both when they mean the same version. */
record ReadValue(Vault vault) {
    private static final Set<String> MEMBERS = Set.of("SecretId", "VersionId", "VersionStage");

    void addTo(AwsActions actions) {
        actions.with("GetSecretValue", MEMBERS, this::get);
    }

    private ObjectNode get(AwsInput input) {
        Secret secret = vault.store().getLive(input.requiredText("SecretId"));
        vault.lag().reading(secret);
        SecretVersion version = chosen(secret, input);
        SecretValue value = version.value();
        if (value == null) {
            throw input.has("VersionId")
                    ? Refusals.noVersion(version.id())
                    : Refusals.noStage(input.text("VersionStage", StageLabels.CURRENT));
        }
        vault.store()
                .change(
                        secret.arn(),
                        current -> current.accessed(version.id(), vault.clock().instant()));
        ObjectNode answer = Answers.of(secret).put("VersionId", version.id());
        Answers.put(answer, "SecretString", value.text());
        Answers.put(answer, "SecretBinary", value.binary());
        secret.labels().of(version.id()).forEach(answer.putArray("VersionStages")::add);
        Answers.put(answer, "CreatedDate", version.createdAt());
        return answer;
    }

    private static SecretVersion chosen(Secret secret, AwsInput input) {
        String id = input.text("VersionId");
        if (id == null) {
            return staged(secret, input.text("VersionStage", StageLabels.CURRENT));
        }
        SecretVersion version = secret.versions().find(id);
        if (version == null) {
            throw Refusals.noVersion(id);
        }
        String stage = input.text("VersionStage");
        if (stage != null && !id.equals(secret.labels().holder(stage))) {
            throw Refusals.request("You provided a VersionStage that is not associated to the provided VersionId.");
        }
        return version;
    }

    private static SecretVersion staged(Secret secret, String stage) {
        SecretVersion version = secret.versions().holding(stage);
        if (version == null) {
            throw Refusals.noStage(stage);
        }
        return version;
    }
}
