package dev.hookwarden.local.aws.secretsmanager;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Keeps attempts until a test asks for them; delays are ignored. */
public final class ManualRotations implements RotationScheduler {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public synchronized void schedule(Duration delay, Runnable attempt) {
        waiting.add(attempt);
    }

    /** How many attempts wait. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** Runs the oldest waiting attempt on the caller's thread; false when none waits. */
    public boolean runNext() {
        Runnable next = take();
        if (next == null) {
            return false;
        }
        next.run();
        return true;
    }

    /** Runs attempts until none waits, those included that come up meanwhile. */
    public void runAll() {
        while (runNext()) {
            // Each run may add a retry.
        }
    }

    private synchronized @Nullable Runnable take() {
        return waiting.poll();
    }
}
