package dev.hookwarden.cli.surroundings;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {
    void last(Duration duration);

    /** Sleeps; who interrupts it goes on at once. */
    public static Pause sleeping() {
        return duration -> {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
