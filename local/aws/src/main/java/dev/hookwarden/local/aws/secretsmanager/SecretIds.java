package dev.hookwarden.local.aws.secretsmanager;

import dev.hookwarden.local.aws.AwsError;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names, ARNs and tokens: what is allowed, and new ones. */
record SecretIds(String region, String account, RandomGenerator random) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9/_+=.@-]{1,512}");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int SUFFIX = 6;
    private static final int TOKEN_MIN = 32;
    private static final int TOKEN_MAX = 64;

    String arn(String name) {
        if (!NAME.matcher(name).matches()) {
            throw AwsError.refused(
                    "ValidationException",
                    "Invalid name. Must be a valid name containing alphanumeric characters,"
                            + " or any of the following: -/_+=.@!");
        }
        var suffix = new StringBuilder();
        random.ints(SUFFIX, 0, ALPHABET.length()).forEach(place -> suffix.append(ALPHABET.charAt(place)));
        return "arn:aws:secretsmanager:" + region + ":" + account + ":secret:" + name + "-" + suffix;
    }

    /** The token of a request, or a new one where a client left it out, as the SDKs would have done. */
    String token(@Nullable String requested) {
        if (requested == null) {
            return newToken();
        }
        if (requested.length() < TOKEN_MIN || requested.length() > TOKEN_MAX) {
            throw Refusals.parameter("ClientRequestToken must be 32-64 characters long.");
        }
        return requested;
    }

    String newToken() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
