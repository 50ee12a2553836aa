package dev.hookwarden.local.aws.secretsmanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A rotation function that does what AWS's template does, and lets a test step in before each step. */
final class Rotator implements RotationFunction {
    final List<RotationStep> steps = new ArrayList<>();
    Consumer<RotationStep> before = step -> {};
    private @Nullable StrictSecretsManager service;

    void use(StrictSecretsManager manager) {
        service = manager;
    }

    private StrictSecretsManager service() {
        return Objects.requireNonNull(service);
    }

    List<String> stepNames() {
        return steps.stream().map(RotationStep::step).toList();
    }

    @Override
    public void invoke(RotationStep step) {
        steps.add(step);
        before.accept(step);
        switch (step.step()) {
            case "createSecret" -> createSecret(step);
            case "finishSecret" -> finishSecret(step);
            default -> {}
        }
    }

    private void createSecret(RotationStep step) {
        ObjectNode put = Secrets.input()
                .put("SecretId", step.secretId())
                .put("ClientRequestToken", step.clientRequestToken())
                .put("SecretString", "candidate " + step.clientRequestToken());
        put.putArray("VersionStages").add("AWSPENDING");
        service().answer("PutSecretValue", put);
    }

    private void finishSecret(RotationStep step) {
        ObjectNode stages = (ObjectNode)
                service().answer("DescribeSecret", Secrets.secret()).get("VersionIdsToStages");
        String current = stages.properties().stream()
                .filter(entry -> entry.getValue().toString().contains("AWSCURRENT"))
                .findFirst()
                .orElseThrow()
                .getKey();
        service()
                .answer(
                        "UpdateSecretVersionStage",
                        Secrets.secret()
                                .put("VersionStage", "AWSCURRENT")
                                .put("RemoveFromVersionId", current)
                                .put("MoveToVersionId", step.clientRequestToken()));
    }
}
