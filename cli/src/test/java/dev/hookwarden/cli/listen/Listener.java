package dev.hookwarden.cli.listen;

import dev.hookwarden.cli.RunningStack;
import dev.hookwarden.cli.RunningStack.Run;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** A listener for Zenoo's deliveries, at work on a thread of its own. */
final class Listener {
    private final CompletableFuture<Run> end = new CompletableFuture<>();
    private final CountDownLatch listening = new CountDownLatch(1);
    private final Thread thread;

    private Listener(RunningStack stack, InstantSource clock, String... arguments) {
        this.thread = Thread.ofPlatform().start(() -> {
            try {
                end.complete(stack.run(clock, new Announcing(), arguments));
            } finally {
                // One that ended before it listened is not waited for.
                listening.countDown();
            }
        });
    }

    /** Starts it, and waits until it listens. */
    static Listener start(RunningStack stack, String... more) throws InterruptedException {
        return start(stack, InstantSource.system(), more);
    }

    static Listener start(RunningStack stack, InstantSource clock, String... more) throws InterruptedException {
        Listener listener = new Listener(
                stack,
                clock,
                Stream.concat(Stream.of("listen", "zenoo"), Stream.of(more)).toArray(String[]::new));
        listener.listening.await();
        return listener;
    }

    void interrupt() {
        thread.interrupt();
    }

    Run end() {
        return end.join();
    }

    private final class Announcing extends StringWriter {
        @Override
        public void flush() {
            if (toString().contains("Listening for")) {
                listening.countDown();
            }
        }
    }
}
