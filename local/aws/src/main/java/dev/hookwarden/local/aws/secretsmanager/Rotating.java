package dev.hookwarden.local.aws.secretsmanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsActions;
import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.AwsInput;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** RotateSecret and CancelRotateSecret, and the rotations that the schedule starts. */
record Rotating(Vault vault, RotationRunner runner) {
    private static final Set<String> MEMBERS =
            Set.of("SecretId", "ClientRequestToken", "RotationLambdaARN", "RotationRules", "RotateImmediately");

    void addTo(AwsActions actions) {
        actions.with("RotateSecret", MEMBERS, this::rotate)
                .with("CancelRotateSecret", Set.of("SecretId"), this::cancel);
    }

    /** Starts what the schedule asks for by now; says how many. */
    int startDue() {
        Instant now = vault.clock().instant();
        int started = 0;
        for (Secret secret : vault.store().all()) {
            if (!secret.isDeleted()
                    && secret.rotation().isDue(now)
                    && secret.rotation().running() == null) {
                if (secret.labels().pendingIsNotCurrent()) {
                    tryAgain(secret);
                } else {
                    String token = vault.ids().newToken();
                    runner.start(vault.change(secret.arn(), due -> begun(due, token, false)));
                }
                started++;
            }
        }
        return started;
    }

    /** Takes up the rotations that were under way when the process ended. */
    void resume() {
        vault.store().all().stream()
                .filter(secret -> !secret.isDeleted() && secret.rotation().running() != null)
                .forEach(runner::start);
    }

    private ObjectNode rotate(AwsInput input) {
        String token = vault.ids().token(input.text("ClientRequestToken"));
        Secret before = vault.store().getLive(input.requiredText("SecretId"));
        if (before.labels().pendingIsNotCurrent()) {
            tryAgain(before);
            throw incomplete();
        }
        if (before.versions().find(token) != null) {
            return Answers.of(before).put("VersionId", token);
        }
        boolean testOnly = !input.flag("RotateImmediately", true);
        runner.start(vault.change(before.arn(), secret -> begun(configured(secret, input), token, testOnly)));
        return Answers.of(before).put("VersionId", token);
    }

    private Secret configured(Secret secret, AwsInput input) {
        Rotation old = secret.rotation();
        String function = input.text("RotationLambdaARN");
        function = function == null || function.isEmpty() ? old.functionArn() : function;
        if (function == null) {
            throw Refusals.request("No Lambda rotation function ARN is associated with this secret.");
        }
        RotationRules rules =
                input.has("RotationRules") ? RotationRules.in(input.object("RotationRules")) : old.rules();
        return secret.with(old.configured(function, rules, vault.clock().instant()));
    }

    /** The announced version has no value until the function puts one (API reference: DescribeSecret). */
    private Secret begun(Secret secret, String token, boolean testOnly) {
        if (secret.labels().pendingIsNotCurrent()) {
            throw incomplete();
        }
        SecretVersions versions =
                secret.versions().with(SecretVersion.empty(token, vault.clock().instant()));
        return secret.with(versions.labelled(versions.labels().move(StageLabels.PENDING, token)))
                .with(secret.rotation().with(new Rotation.Running(token, 0, testOnly)));
    }

    private static AwsError incomplete() {
        return Refusals.request("A previous rotation isn't complete. That rotation will be reattempted.");
    }

    /** Tries a rotation again that was given up, unless it is being tried anyway or rotation is off. */
    private void tryAgain(Secret secret) {
        String token = secret.labels().holder(StageLabels.PENDING);
        if (token == null || !secret.rotation().enabled() || secret.rotation().running() != null) {
            return;
        }
        runner.start(vault.store().change(secret.arn(), stuck -> running(stuck, token)));
    }

    private static Secret running(Secret stuck, String token) {
        return stuck.with(stuck.rotation().with(new Rotation.Running(token, 0, false)));
    }

    private ObjectNode cancel(AwsInput input) {
        String id = input.requiredText("SecretId");
        Rotation.@Nullable Running running =
                vault.store().getLive(id).rotation().running();
        ObjectNode answer = Answers.of(
                vault.change(id, secret -> secret.with(secret.rotation().off())));
        return running == null ? answer : answer.put("VersionId", running.token());
    }
}
