package dev.hookwarden.local.aws.secretsmanager;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs attempts on a thread of its own after their delay, as AWS does: for the local stack. */
public final class BackgroundRotations implements RotationScheduler, AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("rotation").factory());

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // An attempt reports its own failure.
    public void schedule(Duration delay, Runnable attempt) {
        thread.schedule(attempt, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Forgets attempts that wait; with a state file they are taken up at the next start. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
