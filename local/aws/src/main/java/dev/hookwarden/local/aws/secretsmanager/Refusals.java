package dev.hookwarden.local.aws.secretsmanager;

import dev.hookwarden.local.aws.AwsError;

/** The errors that Secrets Manager documents, with AWS's wording where it is known from public records. */
final class Refusals {
    private Refusals() {}

    static AwsError parameter(String message) {
        return AwsError.refused("InvalidParameterException", message);
    }

    static AwsError request(String message) {
        return AwsError.refused("InvalidRequestException", message);
    }

    static AwsError exists(String message) {
        return AwsError.refused("ResourceExistsException", message);
    }

    static AwsError notFound(String message) {
        return AwsError.refused("ResourceNotFoundException", message);
    }

    static AwsError limit(String message) {
        return AwsError.refused("LimitExceededException", message);
    }

    static AwsError noSecret() {
        return notFound("Secrets Manager can't find the specified secret.");
    }

    static AwsError noVersion(String versionId) {
        return notFound("Secrets Manager can't find the specified secret value for VersionId: " + versionId);
    }

    static AwsError noStage(String stage) {
        return notFound("Secrets Manager can't find the specified secret value for staging label: " + stage);
    }

    static AwsError tokenInUse(String token, String arn) {
        return exists("You can't use ClientRequestToken " + token
                + " because that value is already in use for a version of secret " + arn + ".");
    }

    static AwsError deleted() {
        return request("You can't perform this operation on the secret because it was marked for deletion.");
    }
}
