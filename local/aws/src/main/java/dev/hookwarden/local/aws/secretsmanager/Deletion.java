package dev.hookwarden.local.aws.secretsmanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsActions;
import dev.hookwarden.local.aws.AwsInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** DeleteSecret, with a recovery window or at once, and RestoreSecret. */
record Deletion(Vault vault) {
    private static final Set<String> MEMBERS = Set.of("SecretId", "RecoveryWindowInDays", "ForceDeleteWithoutRecovery");
    private static final int MIN_DAYS = 7;
    private static final int MAX_DAYS = 30;

    void addTo(AwsActions actions) {
        actions.with("DeleteSecret", MEMBERS, this::delete).with("RestoreSecret", Set.of("SecretId"), this::restore);
    }

    private ObjectNode delete(AwsInput input) {
        boolean atOnce = input.flag("ForceDeleteWithoutRecovery", false);
        if (atOnce && input.has("RecoveryWindowInDays")) {
            throw Refusals.parameter(
                    "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
        }
        Secret secret = vault.store().get(input.requiredText("SecretId"));
        Instant now = vault.clock().instant();
        Instant end = atOnce ? now : now.plus(Duration.ofDays(window(input)));
        if (atOnce) {
            vault.store().remove(secret.arn());
        } else {
            vault.change(
                    secret.arn(),
                    live -> live.with(live.dates().deleted(now, end))
                            .with(live.rotation().idle()));
        }
        ObjectNode answer = Answers.of(secret);
        Answers.put(answer, "DeletionDate", end);
        return answer;
    }

    private static int window(AwsInput input) {
        int days = input.whole("RecoveryWindowInDays", MAX_DAYS);
        if (days < MIN_DAYS || days > MAX_DAYS) {
            throw Refusals.parameter("The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
        }
        return days;
    }

    private ObjectNode restore(AwsInput input) {
        return Answers.of(vault.store()
                .changeEvenDeleted(
                        input.requiredText("SecretId"),
                        secret -> secret.with(secret.dates().restored())
                                .changed(vault.clock().instant())));
    }
}
