package dev.hookwarden.local.aws.secretsmanager;

import java.time.Duration;

/** Decides when and on which thread a rotation is tried. */
@FunctionalInterface
public interface RotationScheduler {

    /**
     * Runs the attempt after the delay.
     *
     * @param delay zero for the first attempt of a rotation
     */
    void schedule(Duration delay, Runnable attempt);

    /** Runs every attempt at once, before RotateSecret answers: the simplest for tests. */
    static RotationScheduler direct() {
        return (delay, attempt) -> attempt.run();
    }
}
