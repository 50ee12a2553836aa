package dev.hookwarden.local.aws.dynamodb;

import dev.hookwarden.local.aws.AwsError;

/** DynamoDB's ValidationException. */
final class Invalid {
    private Invalid() {}

    static AwsError because(String message) {
        return AwsError.refused("ValidationException", message);
    }

    static AwsError unsupported(String what) {
        return because("The stand-in does not support " + what + ".");
    }
}
