package dev.hookwarden.rotation;

import com.amazonaws.services.lambda.runtime.events.SecretsManagerRotationEvent;
import java.util.Objects;

/**
 * What Secrets Manager asks for
 * (<a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html">Rotation functions</a>).
 *
 * @param secretId the secret's ARN
 * @param versionId the request token, which is the id of the candidate's version
 * @param rotationToken what PutSecretValue proves its source with; empty when the event has none
 */
record RotationRequest(String step, String secretId, String versionId, String rotationToken) {
    static RotationRequest of(SecretsManagerRotationEvent event) {
        return new RotationRequest(
                Objects.requireNonNullElse(event.getStep(), ""),
                Objects.requireNonNullElse(event.getSecretId(), ""),
                Objects.requireNonNullElse(event.getClientRequestToken(), ""),
                Objects.requireNonNullElse(event.getRotationToken(), ""));
    }

    /** Leaves the rotation token out. */
    @Override
    public String toString() {
        return "RotationRequest[" + step + " of " + versionId + "]";
    }
}
