package dev.hookwarden.cli.keys;

import dev.hookwarden.local.aws.secretsmanager.RotationFunction;
import dev.hookwarden.local.aws.secretsmanager.RotationStep;
import dev.hookwarden.secrets.KeyMarks;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The least that a rotation function does: takes what the inbox holds, marks it tested, and makes it current. */
final class LeastRotation implements RotationFunction {
    private final SecretsManagerClient client;
    String failingStep = "";

    LeastRotation(SecretsManagerClient client) {
        this.client = client;
    }

    @Override
    public void invoke(RotationStep step) {
        if (step.step().equals(failingStep)) {
            throw new IllegalStateException("as planned");
        }
        switch (step.step()) {
            case "createSecret" -> create(step);
            case "testSecret" -> move(step, KeyMarks.TESTED_LABEL);
            case "finishSecret" -> finish(step);
            default -> {}
        }
    }

    private void create(RotationStep step) {
        String submitted =
                client.getSecretValue(get -> get.secretId(inbox(step))).secretString();
        client.putSecretValue(put -> put.secretId(step.secretId())
                .clientRequestToken(step.clientRequestToken())
                .secretString(submitted)
                .versionStages("AWSPENDING"));
    }

    private void finish(RotationStep step) {
        move(step, "AWSCURRENT");
        client.putSecretValue(put -> put.secretId(inbox(step)).secretString(KeyMarks.INBOX_EMPTY));
    }

    private void move(RotationStep step, String label) {
        String holder =
                client
                        .describeSecret(describe -> describe.secretId(step.secretId()))
                        .versionIdsToStages()
                        .entrySet()
                        .stream()
                        .filter(version -> version.getValue().contains(label))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
        client.updateSecretVersionStage(update -> update.secretId(step.secretId())
                .versionStage(label)
                .removeFromVersionId(holder)
                .moveToVersionId(step.clientRequestToken()));
    }

    private String inbox(RotationStep step) {
        return client.describeSecret(describe -> describe.secretId(step.secretId()))
                        .name() + "/inbox";
    }
}
