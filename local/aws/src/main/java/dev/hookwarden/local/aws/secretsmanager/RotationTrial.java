package dev.hookwarden.local.aws.secretsmanager;

/**
 * The trial of a rotation's configuration: testSecret alone, on a pending version that is removed afterwards (API
 * reference: RotateSecret, RotateImmediately). The version has no value: AWS does not say that it has one.
 */
record RotationTrial(Vault vault, RotationRunner runner) {

    void attempt(String arn, String token) {
        Secret secret = vault.store().find(arn);
        if (secret == null || !secret.rotation().isRunning(token)) {
            return;
        }
        runner.tell(RotationEvent.Kind.TEST_STARTED, arn, token, "");
        String failure = runner.failureOf("testSecret", secret, token);
        cleanUp(arn, token);
        var kind = failure.isEmpty() ? RotationEvent.Kind.TEST_SUCCEEDED : RotationEvent.Kind.TEST_FAILED;
        runner.tell(kind, arn, token, failure);
    }

    private void cleanUp(String arn, String token) {
        vault.changeIfLive(arn, secret -> {
            boolean ours = token.equals(secret.labels().holder(StageLabels.PENDING));
            StageLabels labels = ours ? secret.labels().remove(StageLabels.PENDING) : secret.labels();
            return secret.with(secret.versions().without(token).labelled(labels))
                    .with(secret.rotation().idle());
        });
    }
}
