package dev.hookwarden.benchmarks.coldstart;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs subjects in turns: whatever disturbs the machine meanwhile disturbs all of them. */
final class Interleaved {
    private Interleaved() {}

    /** All runs of each subject, by its name; one round more is run before and doesn't count. */
    static <R> Map<String, List<R>> run(List<Subject> subjects, int rounds, Trial<R> trial)
            throws IOException, InterruptedException {
        Map<String, List<R>> runs = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Subject subject : subjects) {
                R run = trial.of(subject.startedBy(pinned()));
                if (round > 0) {
                    runs.computeIfAbsent(subject.name(), name -> new ArrayList<>())
                            .add(run);
                }
            }
        }
        return runs;
    }

    /** To one core, on which nothing of ours runs, if the script has found one. */
    private static List<String> pinned() {
        String core = System.getProperty("hookwarden.core");
        return core == null ? List.of() : List.of("taskset", "-c", core);
    }

    /** One run. */
    @FunctionalInterface
    interface Trial<R> {
        R of(Subject subject) throws IOException, InterruptedException;
    }
}
