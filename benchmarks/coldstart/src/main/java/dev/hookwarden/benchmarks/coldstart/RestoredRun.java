package dev.hookwarden.benchmarks.coldstart;

import java.io.IOException;

/**
 * The work that SnapStart leaves for after a restore, in the runtime client's own restore path. Restoring the machine comes on top, and only
 * AWS can show it.
 *
 * @param hooks milliseconds that the restore hooks took
 * @param total the same up to the first answer
 */
record RestoredRun(double hooks, double total) {
    static RestoredRun of(Subject subject) throws IOException, InterruptedException {
        try (Running running = Running.start(subject)) {
            RuntimeCall snapshot = running.snapshot();
            long restored = System.nanoTime();
            snapshot.accept(200);
            RuntimeCall ready = running.ready();
            ready.invoke(subject.event());
            RuntimeCall first = running.answer();
            return new RestoredRun(
                    Figures.milliseconds(restored, ready.nanoTime()), Figures.milliseconds(restored, first.nanoTime()));
        }
    }
}
