package dev.hookwarden.local.aws.secretsmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tries rotations step by step; after a failure again from createSecret with the same token, as long as tries are left.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda.html">Rotation by
 *     Lambda function</a>
 */
record RotationRunner(Vault vault, RotationSettings settings) {
    private static final List<String> STEPS = List.of("createSecret", "setSecret", "testSecret", "finishSecret");

    /** Tries the running rotation of this secret soon. */
    void start(Secret secret) {
        schedule(Duration.ZERO, secret);
    }

    private void schedule(Duration delay, Secret secret) {
        Rotation.Running running = Objects.requireNonNull(secret.rotation().running());
        settings.scheduler().schedule(delay, () -> {
            if (running.testOnly()) {
                new RotationTrial(vault, this).attempt(secret.arn(), running.token());
            } else {
                attempt(secret.arn(), running.token());
            }
        });
    }

    private void attempt(String arn, String token) {
        tell(RotationEvent.Kind.STARTED, arn, token, "");
        for (String step : STEPS) {
            Secret secret = stillRunning(arn, token);
            if (secret == null) {
                return;
            }
            String failure = failureOf(step, secret, token);
            if (!failure.isEmpty()) {
                failed(arn, token, failure);
                return;
            }
        }
        finished(arn, token);
    }

    /** The secret, unless its rotation was cancelled, or its pending label taken away, or it is gone. */
    private @Nullable Secret stillRunning(String arn, String token) {
        Secret secret = vault.store().find(arn);
        if (secret != null && !secret.isDeleted() && secret.rotation().isRunning(token)) {
            if (!secret.labels().of(token).isEmpty()) {
                return secret;
            }
            vault.changeIfLive(
                    arn, abandoned -> abandoned.with(abandoned.rotation().idle()));
        }
        tell(RotationEvent.Kind.ABANDONED, arn, token, "");
        return null;
    }

    /** Performs a step and says how it failed; empty when it did not. */
    String failureOf(String step, Secret secret, String token) {
        try {
            String function = Objects.requireNonNull(secret.rotation().functionArn());
            settings.function()
                    .invoke(new RotationStep(
                            function, step, secret.arn(), token, vault.ids().newToken()));
            return "";
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return step + ": " + e.getClass().getSimpleName();
        }
    }

    private void failed(String arn, String token, String failure) {
        Secret secret = vault.changeIfLive(arn, tried -> counted(tried, token));
        tell(RotationEvent.Kind.FAILED, arn, token, failure);
        if (secret != null && secret.rotation().isRunning(token)) {
            schedule(settings.retryDelay(), secret);
        }
    }

    private Secret counted(Secret secret, String token) {
        Rotation.Running running = secret.rotation().running();
        if (running == null || !running.token().equals(token)) {
            return secret;
        }
        Rotation.Running next = running.failed();
        return secret.with(secret.rotation().with(next.tries() < settings.tries() ? next : null));
    }

    private void finished(String arn, String token) {
        Secret secret = vault.store().find(arn);
        if (secret == null || !token.equals(secret.labels().holder(StageLabels.CURRENT))) {
            failed(arn, token, "finishSecret: AWSCURRENT did not move");
            return;
        }
        vault.changeIfLive(arn, done -> {
            boolean removed = settings.pending() == PendingAfterSuccess.REMOVED
                    && token.equals(done.labels().holder(StageLabels.PENDING));
            StageLabels labels = removed ? done.labels().remove(StageLabels.PENDING) : done.labels();
            Instant now = vault.clock().instant();
            return done.with(labels).with(done.rotation().succeeded(now)).changed(now);
        });
        tell(RotationEvent.Kind.SUCCEEDED, arn, token, "");
    }

    void tell(RotationEvent.Kind kind, String arn, String token, String detail) {
        settings.listener()
                .told(new RotationEvent(kind, arn, token, vault.clock().instant(), detail));
    }
}
