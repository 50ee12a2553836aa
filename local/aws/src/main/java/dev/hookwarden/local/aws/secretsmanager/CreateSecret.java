package dev.hookwarden.local.aws.secretsmanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsActions;
import dev.hookwarden.local.aws.AwsInput;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CreateSecret, with or without a first value; repeating it with the same token and value changes nothing. */
record CreateSecret(Vault vault) {
    private static final Set<String> MEMBERS =
            Set.of("Name", "ClientRequestToken", "Description", "KmsKeyId", "SecretBinary", "SecretString", "Tags");

    void addTo(AwsActions actions) {
        actions.with("CreateSecret", MEMBERS, this::create);
    }

    private ObjectNode create(AwsInput input) {
        String name = input.requiredText("Name");
        String arn = vault.ids().arn(name);
        String token = vault.ids().token(input.text("ClientRequestToken"));
        SecretValue value = SecretValue.in(input);
        Instant now = vault.clock().instant();
        Secret created = Secret.created(new SecretIdentity(name, arn, now), details(input))
                .with(firstVersion(token, value, now));
        Secret secret = vault.store().add(created, there -> repeated(there, token, value));
        vault.lag().wrote(secret);
        ObjectNode answer = Answers.of(secret);
        return value == null ? answer : answer.put("VersionId", token);
    }

    private static SecretDetails details(AwsInput input) {
        return new SecretDetails(input.text("Description"), input.text("KmsKeyId"), Tags.in(input));
    }

    private static SecretVersions firstVersion(String token, @Nullable SecretValue value, Instant now) {
        return value == null
                ? SecretVersions.none()
                : SecretVersions.none()
                        .with(SecretVersion.holding(token, now, value))
                        .labelled(StageLabels.none().move(StageLabels.CURRENT, token));
    }

    private static Secret repeated(Secret there, String token, @Nullable SecretValue value) {
        if (there.isDeleted()) {
            throw Refusals.request(
                    "You can't create this secret because a secret with this name is already scheduled for deletion.");
        }
        SecretVersion sameToken = there.versions().find(token);
        if (sameToken == null) {
            throw Refusals.exists("The operation failed because the secret "
                    + there.identity().name() + " already exists.");
        }
        if (value == null || !value.equals(sameToken.value())) {
            throw Refusals.tokenInUse(token, there.arn());
        }
        return there;
    }
}
