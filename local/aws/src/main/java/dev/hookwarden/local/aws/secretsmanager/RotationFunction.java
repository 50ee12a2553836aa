package dev.hookwarden.local.aws.secretsmanager;

/** The function that rotates secrets: on AWS a Lambda function. */
@FunctionalInterface
public interface RotationFunction {

    /**
     * Performs one step.
     *
     * @throws Exception when the step failed; the whole rotation is then tried again with the same token
     */
    void invoke(RotationStep step) throws Exception;
}
