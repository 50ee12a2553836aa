package dev.hookwarden.cli.output;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Tells a person that something still goes on: one line on standard error, written over again and again and gone in the end. On what is no
 * terminal it says nothing.
 *
 * @param patience how long something may last before it is worth a word, and how often it is
 */
public record Progress(PrintWriter err, boolean shown, Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String CLEARED = "\r\u001b[K";

    public Progress(PrintWriter err, boolean shown) {
        this(err, shown, PATIENCE);
    }

    /** Does the work, and says what it is as soon as it lasts. */
    public <T> T during(String work, Supplier<T> what) {
        return during(() -> work, what);
    }

    /** As {@link #during(String, Supplier)}, with words that change meanwhile. */
    public <T> T during(Supplier<String> work, Supplier<T> what) {
        if (!shown) {
            return what.get();
        }
        AtomicInteger said = new AtomicInteger();
        try (ScheduledExecutorService ticks =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory())) {
            var _ = ticks.scheduleAtFixedRate(
                    () -> say(work.get(), said.incrementAndGet()),
                    patience.toMillis(),
                    patience.toMillis(),
                    TimeUnit.MILLISECONDS);
            try {
                return what.get();
            } finally {
                ticks.shutdownNow();
            }
        } finally {
            if (said.get() > 0) {
                clear();
            }
        }
    }

    /** Says what still goes on, until {@link #clear} or the next word. For whoever looks again and again. */
    public void show(String work) {
        if (shown) {
            err.print(CLEARED + work);
            err.flush();
        }
    }

    /** Takes back what was said last. */
    public void clear() {
        if (shown) {
            err.print(CLEARED);
            err.flush();
        }
    }

    private void say(String work, int times) {
        show(work + " (" + patience.multipliedBy(times).toSeconds() + " s)");
    }
}
