package dev.hookwarden.benchmarks.coldstart;

import java.util.concurrent.CountDownLatch;

/**
 * Lets a thread take away what it has made when the process is killed: it is interrupted, and the process ends when this is closed. To be
 * opened before anything else, and so closed after it.
 */
final class Ending implements AutoCloseable {
    private final Thread measuring = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);

    /** For the thread that calls this, whose process can be killed. */
    static Ending ofThisThread() {
        Ending ending = new Ending();
        Runtime.getRuntime().addShutdownHook(new Thread(ending::await));
        return ending;
    }

    /** What a kill does. */
    void await() {
        measuring.interrupt();
        try {
            over.await();
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
