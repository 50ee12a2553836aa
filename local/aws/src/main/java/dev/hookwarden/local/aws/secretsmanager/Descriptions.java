package dev.hookwarden.local.aws.secretsmanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsActions;
import dev.hookwarden.local.aws.AwsInput;
import java.util.List;
import java.util.Set;

/** DescribeSecret and ListSecretVersionIds. */
record Descriptions(Vault vault) {

    void addTo(AwsActions actions) {
        actions.with("DescribeSecret", Set.of("SecretId"), this::describe)
                .with(
                        "ListSecretVersionIds",
                        Set.of("SecretId", "MaxResults", "NextToken", "IncludeDeprecated"),
                        this::versions);
    }

    private ObjectNode describe(AwsInput input) {
        Secret secret = vault.store().get(input.requiredText("SecretId"));
        vault.lag().reading(secret);
        return description(secret, "VersionIdsToStages");
    }

    /** All about a secret but its values. The labels' member has another name in ListSecrets. */
    static ObjectNode description(Secret secret, String stagesMember) {
        ObjectNode answer = Answers.of(secret);
        Answers.put(answer, "Description", secret.details().description());
        Answers.put(answer, "KmsKeyId", secret.details().kmsKeyId());
        putRotation(answer, secret.rotation());
        Answers.put(answer, "LastChangedDate", secret.dates().changed());
        Answers.put(answer, "LastAccessedDate", secret.dates().accessed());
        Answers.put(answer, "DeletedDate", secret.dates().deleted());
        Answers.put(answer, "CreatedDate", secret.identity().createdAt());
        putTags(answer, secret);
        putStages(answer, secret, stagesMember);
        return answer;
    }

    private static void putRotation(ObjectNode answer, Rotation rotation) {
        if (rotation.functionArn() == null) {
            return;
        }
        answer.put("RotationEnabled", rotation.enabled()).put("RotationLambdaARN", rotation.functionArn());
        if (!rotation.rules().equals(RotationRules.none())) {
            ObjectNode rules = answer.putObject("RotationRules");
            Integer days = rotation.rules().afterDays();
            if (days != null) {
                rules.put("AutomaticallyAfterDays", days);
            }
            Answers.put(rules, "ScheduleExpression", rotation.rules().expression());
            Answers.put(rules, "Duration", rotation.rules().duration());
        }
        // Both are null when rotation is off (API reference: DescribeSecret).
        if (rotation.enabled()) {
            Answers.put(answer, "LastRotatedDate", rotation.lastRotated());
            Answers.put(answer, "NextRotationDate", rotation.next());
        }
    }

    private static void putTags(ObjectNode answer, Secret secret) {
        if (!secret.details().tags().isEmpty()) {
            ArrayNode tags = answer.putArray("Tags");
            secret.details()
                    .tags()
                    .forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
        }
    }

    private static void putStages(ObjectNode answer, Secret secret, String member) {
        if (!secret.labels().holders().isEmpty()) {
            ObjectNode stages = answer.putObject(member);
            secret.labels()
                    .holders()
                    .forEach((stage, version) -> stages.withArray("/" + version).add(stage));
        }
    }

    private ObjectNode versions(AwsInput input) {
        Secret secret = vault.store().get(input.requiredText("SecretId"));
        boolean all = input.flag("IncludeDeprecated", false);
        List<SecretVersion> shown = secret.versions().list().stream()
                .filter(version -> all || !secret.labels().of(version.id()).isEmpty())
                .toList();
        ObjectNode answer = Answers.of(secret);
        ArrayNode entries = answer.putArray("Versions");
        Page.of(shown, input, answer).forEach(version -> entries.add(entry(secret, version)));
        return answer;
    }

    private static ObjectNode entry(Secret secret, SecretVersion version) {
        ObjectNode entry = Answers.empty().put("VersionId", version.id());
        List<String> stages = secret.labels().of(version.id());
        if (!stages.isEmpty()) {
            stages.forEach(entry.putArray("VersionStages")::add);
        }
        Answers.put(entry, "LastAccessedDate", version.accessedOn());
        Answers.put(entry, "CreatedDate", version.createdAt());
        return entry;
    }
}
