package dev.hookwarden.local.aws.secretsmanager;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsError;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** Calls on one secret, {@code a/key}, in few words. */
record Secrets(StrictSecretsManager service) {
    static final String NAME = "a/key";

    /** A token of valid length, ending in this text. */
    static String token(String end) {
        return "token-".repeat(6).substring(0, 36 - end.length()) + end;
    }

    Secrets created() {
        call(
                "CreateSecret",
                input().put("Name", NAME).put("ClientRequestToken", token("1")).put("SecretString", "v1"));
        return this;
    }

    static ObjectNode input() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode secret() {
        return input().put("SecretId", NAME);
    }

    JsonNode call(String action, ObjectNode input) {
        return service.answer(action, input);
    }

    JsonNode put(String end, String value, String... stages) {
        ObjectNode input = secret().put("ClientRequestToken", token(end)).put("SecretString", value);
        for (String stage : stages) {
            input.withArray("/VersionStages").add(stage);
        }
        return call("PutSecretValue", input);
    }

    void move(String stage, @Nullable String from, @Nullable String to) {
        ObjectNode input = secret().put("VersionStage", stage);
        if (from != null) {
            input.put("RemoveFromVersionId", token(from));
        }
        if (to != null) {
            input.put("MoveToVersionId", token(to));
        }
        call("UpdateSecretVersionStage", input);
    }

    JsonNode describe() {
        return call("DescribeSecret", secret());
    }

    String value(String stage) {
        return call("GetSecretValue", secret().put("VersionStage", stage))
                .get("SecretString")
                .textValue();
    }

    /** Label to end of the token of the version that holds it. */
    Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        describe()
                .path("VersionIdsToStages")
                .properties()
                .forEach(entry -> entry.getValue()
                        .forEach(stage ->
                                labels.put(stage.textValue(), entry.getKey().replaceFirst("^(token-)+[token-]*", ""))));
        return labels;
    }

    static String refusalOf(ThrowingCallable call) {
        AwsError error = catchThrowableOfType(AwsError.class, call);
        return error == null ? "none" : error.code();
    }
}
