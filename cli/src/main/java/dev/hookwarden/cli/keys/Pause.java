package dev.hookwarden.cli.keys;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
interface Pause {
    void last(Duration duration);

    /** Sleeps; who interrupts it goes on at once. */
    static Pause sleeping() {
        return duration -> {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
