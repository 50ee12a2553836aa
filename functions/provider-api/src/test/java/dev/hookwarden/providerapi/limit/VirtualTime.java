package dev.hookwarden.providerapi.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Runs threads one at a time on a clock of its own: whoever sleeps lets the next one run. What comes at one moment comes in any order. */
final class VirtualTime {
    private final RandomGenerator random;
    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparingInt(Turn::order));
    private final Semaphore idle = new Semaphore(0);
    private Instant now = Instant.parse("2026-11-22T10:15:31.250Z");
    private @Nullable Throwable failure;

    VirtualTime(RandomGenerator random) {
        this.random = random;
    }

    Instant now() {
        return now;
    }

    void start(Instant at, Runnable body) {
        Semaphore go = turn(at);
        Thread.startVirtualThread(() -> {
            go.acquireUninterruptibly();
            try {
                body.run();
            } catch (RuntimeException | AssertionError thrown) {
                failure = thrown;
            } finally {
                idle.release();
            }
        });
    }

    /** Only for threads that were started here. */
    void sleep(Duration duration) {
        Semaphore go = turn(now.plus(duration));
        idle.release();
        go.acquireUninterruptibly();
    }

    /** Until every thread has ended. */
    void run() {
        for (Turn next = turns.poll(); next != null; next = turns.poll()) {
            now = next.at();
            next.go().release();
            idle.acquireUninterruptibly();
        }
        if (failure != null) {
            throw new AssertionError("A thread failed", failure);
        }
    }

    private Semaphore turn(Instant at) {
        Semaphore go = new Semaphore(0);
        turns.add(new Turn(at, random.nextInt(), go));
        return go;
    }

    private record Turn(Instant at, int order, Semaphore go) {}
}
