package dev.hookwarden.local.aws.secretsmanager;

import java.time.Duration;

/**
 * How rotations are run.
 *
 * @param tries how often a rotation is tried with the same token until AWS would give up; AWS says "multiple times"
 * @param retryDelay between two tries
 */
public record RotationSettings(
        RotationFunction function,
        RotationScheduler scheduler,
        RotationListener listener,
        int tries,
        Duration retryDelay,
        PendingAfterSuccess pending) {
    private static final int TRIES = 5;
    private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

    /** Five tries, five seconds apart; AWSPENDING goes away; nobody listens. */
    public static RotationSettings of(RotationFunction function, RotationScheduler scheduler) {
        return new RotationSettings(function, scheduler, event -> {}, TRIES, RETRY_DELAY, PendingAfterSuccess.REMOVED);
    }

    /** No function is there: every rotation fails. */
    public static RotationSettings none() {
        return of(
                step -> {
                    throw new IllegalStateException("no rotation function is configured");
                },
                RotationScheduler.direct());
    }

    public RotationSettings withListener(RotationListener other) {
        return new RotationSettings(function, scheduler, other, tries, retryDelay, pending);
    }

    public RotationSettings withTries(int count, Duration delay) {
        return new RotationSettings(function, scheduler, listener, count, delay, pending);
    }

    public RotationSettings withPending(PendingAfterSuccess other) {
        return new RotationSettings(function, scheduler, listener, tries, retryDelay, other);
    }
}
