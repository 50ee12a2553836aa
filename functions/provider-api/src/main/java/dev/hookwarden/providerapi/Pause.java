package dev.hookwarden.providerapi;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Pause {
    /** Returns after this long. */
    void last(Duration span);

    /** Waits by sleeping; an interrupt ends the wait with an {@link IllegalStateException}. */
    static void sleeping(Duration span) {
        try {
            Thread.sleep(span);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", stopped);
        }
    }
}
