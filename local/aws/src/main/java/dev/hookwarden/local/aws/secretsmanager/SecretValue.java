package dev.hookwarden.local.aws.secretsmanager;

import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.AwsInput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a version holds: text, or bytes in base64; never both. */
record SecretValue(@Nullable String text, @Nullable String binary) {
    private static final int MAX_BYTES = 65_536;

    /** The value in a request, or null when it has none. */
    static @Nullable SecretValue in(AwsInput input) {
        String text = input.text("SecretString");
        String binary = input.text("SecretBinary");
        if (text != null && binary != null) {
            throw Refusals.parameter(
                    "You can't specify both a binary secret value and a string secret value in the same secret.");
        }
        return text == null && binary == null ? null : new SecretValue(text, binary).checked();
    }

    /** The value in a request that must have one. */
    static SecretValue requiredIn(AwsInput input) {
        SecretValue value = in(input);
        if (value == null) {
            throw Refusals.request("You must provide either SecretString or SecretBinary.");
        }
        return value;
    }

    private SecretValue checked() {
        int size = size();
        if (size < 1 || size > MAX_BYTES) {
            throw AwsError.refused(
                    "ValidationException",
                    "The secret value must have 1 to " + MAX_BYTES + " bytes, not " + size + ".");
        }
        return this;
    }

    private int size() {
        if (text != null) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
        try {
            return Base64.getDecoder().decode(binary).length;
        } catch (IllegalArgumentException e) {
            throw AwsError.refused("SerializationException", "SecretBinary is not base64.");
        }
    }

    /** Hides the value. */
    @Override
    public String toString() {
        return "SecretValue[hidden]";
    }
}
