package dev.hookwarden.benchmarks;

import java.util.List;

/** Prints how many deliveries the local stack takes from end to end, and how long the processor takes for a batch. A sanity check: loopback, no AWS. */
public final class Throughput {
    private static final List<Integer> BATCHES = List.of(1, 5, 10);

    private Throughput() {}

    /** Takes no arguments; lasts as long as its counts take. */
    public static void main(String[] arguments) throws Exception {
        System.out.printf("%-28s %10s %12s %10s %10s%n", "end to end", "deliveries", "a second", "p50 ms", "p99 ms");
        try (EndToEnd endToEnd = new EndToEnd()) {
            endToEnd.run();
            Timings answers = endToEnd.run();
            print("answered 200", answers, endToEnd.answeredWithin());
            System.out.printf(
                    "%-28s %10d %12.0f%n", "published", answers.count(), answers.count() / endToEnd.publishedWithin());
        }
        System.out.printf("%n%-28s %10s %12s %10s %10s%n", "processor", "batches", "deliveries/s", "p50 ms", "p99 ms");
        try (ProcessorBatches processor = new ProcessorBatches()) {
            BATCHES.forEach(processor::run);
            for (int size : BATCHES) {
                Timings batches = processor.run(size);
                System.out.printf(
                        "%-28s %10d %12.0f %10.1f %10.1f%n",
                        "batches of " + size,
                        batches.count(),
                        size * batches.count() / batches.sum(),
                        batches.percentile(50),
                        batches.percentile(99));
            }
        }
        // The stand-ins' threads are no daemons.
        System.exit(0);
    }

    private static void print(String what, Timings timings, double seconds) {
        System.out.printf(
                "%-28s %10d %12.0f %10.1f %10.1f%n",
                what, timings.count(), timings.count() / seconds, timings.percentile(50), timings.percentile(99));
    }
}
