package dev.hookwarden.local.aws.cloudwatch;

import dev.hookwarden.local.aws.AwsError;

/** CloudWatch's error for a query that it does not take. */
final class Refused {
    private Refused() {}

    static AwsError because(String message) {
        return AwsError.refused("InvalidParameterValueException", message);
    }
}
