package dev.hookwarden.benchmarks.coldstart;

import java.io.IOException;
import java.util.Arrays;

/**
 * A copy that has run for a while.
 *
 * @param invocation milliseconds from handing over an event to the answer: the median of the last third of them
 */
record WarmRun(double invocation) {
    /** Enough for the stand-ins to be compiled as well as the function. */
    private static final int INVOCATIONS = 4500;

    static WarmRun of(Subject subject) throws IOException, InterruptedException {
        double[] times = new double[INVOCATIONS];
        try (Running running = Running.start(subject)) {
            for (int i = 0; i < INVOCATIONS; i++) {
                long before = running.ready().invoke(subject.event());
                RuntimeCall answer = running.answer();
                times[i] = Figures.milliseconds(before, answer.nanoTime());
                answer.accept(202);
            }
        }
        return new WarmRun(Figures.median(Arrays.copyOfRange(times, INVOCATIONS / 3 * 2, INVOCATIONS)));
    }
}
