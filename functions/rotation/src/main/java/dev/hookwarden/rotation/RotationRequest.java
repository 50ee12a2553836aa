package dev.hookwarden.rotation;

/**
 * What Secrets Manager asks for
 * (<a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html">Rotation functions</a>).
 *
 * @param secretId the secret's ARN
 * @param versionId the request token, which is the id of the candidate's version
 * @param rotationToken what PutSecretValue proves its source with; empty when the event has none
 */
record RotationRequest(String step, String secretId, String versionId, String rotationToken) {
    /** Leaves the rotation token out. */
    @Override
    public String toString() {
        return "RotationRequest[" + step + " of " + versionId + "]";
    }
}
