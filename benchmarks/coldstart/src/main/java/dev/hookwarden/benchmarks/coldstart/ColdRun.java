package dev.hookwarden.benchmarks.coldstart;

import java.io.IOException;

/**
 * One start, up to the first answer.
 *
 * @param ready milliseconds until it asked for its first event
 * @param total milliseconds until it had answered that
 * @param cpu milliseconds of a core that it took until then
 * @param memory the most that it held in RAM until then, in MB
 */
record ColdRun(double ready, double total, double cpu, double memory) {
    static ColdRun of(Subject subject) throws IOException, InterruptedException {
        try (Running running = Running.start(subject)) {
            RuntimeCall ready = running.ready();
            ready.invoke(subject.event());
            RuntimeCall first = running.answer();
            return new ColdRun(
                    Figures.milliseconds(running.startedAt(), ready.nanoTime()),
                    Figures.milliseconds(running.startedAt(), first.nanoTime()),
                    running.cpuTime(),
                    running.peakMemory());
        }
    }
}
