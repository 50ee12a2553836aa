package dev.hookwarden.benchmarks.coldstart;

import dev.hookwarden.benchmarks.coldstart.Interleaved.Trial;
import dev.hookwarden.benchmarks.coldstart.Table.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures and prints one table each. */
final class Tables {
    private static final Table<ColdRun> START = new Table<>(List.of(
            new Column<>("ready, ms", 0, false, ColdRun::ready),
            new Column<>("first answer, ms", 0, true, ColdRun::total),
            new Column<>("CPU, ms", 0, true, ColdRun::cpu),
            new Column<>("peak, MB", 0, true, ColdRun::memory)));
    private static final Table<WarmRun> WARM =
            new Table<>(List.of(new Column<>("p50, ms", 2, true, WarmRun::invocation)));
    private static final Table<RestoredRun> RESTORE = new Table<>(List.of(
            new Column<>("hooks, ms", 1, false, RestoredRun::hooks),
            new Column<>("first answer, ms", 1, true, RestoredRun::total)));

    private static final int WARM_ROUNDS = 3;
    private static final int HALF_A_GIGABYTE = 512;
    private static final double ITS_SHARE_OF_A_CORE = 0.29;

    private final Subjects subjects;
    private final Options options;

    Tables(Subjects subjects, Options options) {
        this.subjects = subjects;
        this.options = options;
    }

    /** From nothing to the first answer. */
    void start(Path work) throws IOException, InterruptedException {
        List<Subject> all = new ArrayList<>();
        all.add(subjects.empty());
        all.addAll(receivers(false));
        all.add(subjects.receiver(subjects.bare()));
        if (options.wants("image")) {
            all.add(subjects.receiver(ImageBuild.of(
                    subjects.ingest().named("image"), subjects, Files.createDirectory(work.resolve("image")))));
        }
        all.addAll(subjects.workers(false));
        all.addAll(floors());
        print("Start", all, options.rounds(), START, ColdRun::of);
    }

    /** The invocations of a copy that has run for a while. */
    void warm() throws IOException, InterruptedException {
        List<Subject> all = new ArrayList<>(List.of(subjects.empty()));
        all.addAll(receivers(false));
        all.add(subjects.receiver(subjects.bare()));
        all.addAll(floors());
        print("Warm", all, WARM_ROUNDS, WARM, WarmRun::of);
    }

    /** What is left to do after a restore. */
    void restore() throws IOException, InterruptedException {
        List<Subject> all = new ArrayList<>(receivers(true));
        all.addAll(subjects.workers(true));
        print("After a restore", all, options.rounds(), RESTORE, RestoredRun::of);
    }

    /** With half a gigabyte, to which Lambda gives 0.29 of a core. */
    void slow() throws IOException, InterruptedException {
        Optional<CpuShare> available = CpuShare.of(ITS_SHARE_OF_A_CORE);
        if (available.isEmpty()) {
            System.out.println("No part of a core: that takes control groups (version 1), and the right to make one.");
            return;
        }
        try (CpuShare share = available.get()) {
            List<Subject> slow = new ArrayList<>();
            for (JavaFunction function : List.of(subjects.usual(), subjects.ingest())) {
                slow.add(subjects.receiver(function.withMemory(HALF_A_GIGABYTE)).startedBy(share.prefix()));
            }
            print("Start at 0.29 of a core", slow, options.rounds(), START, ColdRun::of);
        }
    }

    /** The yardstick, ingest, and ingest in every other way that was asked for. */
    private List<Subject> receivers(boolean snapStart) throws IOException {
        List<JavaFunction> functions = new ArrayList<>(List.of(subjects.usual(), subjects.ingest()));
        for (var also : options.also().entrySet()) {
            functions.add(subjects.ingest().named(also.getKey()).with(also.getValue()));
        }
        for (var build : options.builds().entrySet()) {
            functions.add(subjects.ingest(build.getKey(), build.getValue()));
        }
        List<Subject> receivers = new ArrayList<>();
        for (JavaFunction function : functions) {
            receivers.add(subjects.receiver(snapStart ? function.underSnapStart() : function));
        }
        return receivers;
    }

    private List<Subject> floors() throws IOException {
        List<Subject> floors = new ArrayList<>();
        subjects.floor("python", "python3", "floor.py").ifPresent(floors::add);
        subjects.floor("node", "node", "floor.mjs").ifPresent(floors::add);
        return floors;
    }

    private <R> void print(String title, List<Subject> all, int rounds, Table<R> table, Trial<R> trial)
            throws IOException, InterruptedException {
        List<Subject> wanted =
                all.stream().filter(subject -> options.wants(subject.name())).toList();
        System.out.printf("%n%s: medians (first and third quartile) of %d rounds%n%n", title, rounds);
        table.lines(Interleaved.run(wanted, rounds, trial)).forEach(System.out::println);
    }
}
