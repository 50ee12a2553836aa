package dev.hookwarden.local.aws.secretsmanager;

/**
 * One invocation of a rotation function, with the members of AWS's event.
 *
 * @param functionArn the RotationLambdaARN of the secret
 * @param step createSecret, setSecret, testSecret or finishSecret
 * @param secretId the secret's ARN
 * @param clientRequestToken the id of the new version
 * @param rotationToken identifies the caller towards PutSecretValue; never to be logged
 */
public record RotationStep(
        String functionArn, String step, String secretId, String clientRequestToken, String rotationToken) {

    /** Hides the rotation token. */
    @Override
    public String toString() {
        return "RotationStep[" + step + " of " + secretId + "]";
    }
}
