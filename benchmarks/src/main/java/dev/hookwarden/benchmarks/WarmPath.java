package dev.hookwarden.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks beside it and prints each as a ratio to the bare HMAC of the same bytes, under both compilers: Lambda runs Java 25 on the
 * first compiler alone, except under SnapStart or provisioned concurrency.
 */
public final class WarmPath {
    private static final Map<String, List<String>> COMPILERS =
            new TreeMap<>(Map.of("C1 only", List.of("-XX:TieredStopAtLevel=1"), "C1 and C2", List.of()));

    /** Single calls are timed, and of them the tenth percentile taken: the rest of the machine disturbs the slower ones. */
    private static final double UNDISTURBED = 10;

    /** All are measured in turns, and the quickest turn of each counts: a machine may be busy for longer than one turn. */
    private static final int ROUNDS = 2;

    /** Turns that differ by more have been disturbed, or their compilers weren't done. */
    private static final double STEADY = 1.1;

    private static final int WRONG_USE = 2;

    private WarmPath() {}

    /**
     * Measures and prints.
     *
     * @param arguments a regular expression that the benchmarks' names contain, or nothing for all of them
     * @throws RunnerException if one of them fails
     */
    public static void main(String[] arguments) throws RunnerException {
        Set<String> names = names(arguments.length == 0 ? "" : arguments[0]);
        System.out.printf("%-10s %-32s %9s %12s %7s %12s%n", "compiler", "what", "bytes", "ns", "ratio", "allocated B");
        for (Map.Entry<String, List<String>> compiler : COMPILERS.entrySet()) {
            Map<Measured, Cost> costs = measure(names, compiler.getValue());
            costs.forEach((measured, cost) -> System.out.printf(
                    "%-10s %-32s %9d %12.0f %7.2f %12.0f%s%n",
                    compiler.getKey(),
                    measured.what(),
                    measured.bytes(),
                    cost.nanoseconds(),
                    cost.nanoseconds()
                            / Objects.requireNonNull(costs.get(measured.yardstick()))
                                    .nanoseconds(),
                    cost.allocated(),
                    cost.warning()));
        }
    }

    /** Ends the process where there are none. */
    private static Set<String> names(String which) {
        try {
            return Chosen.by(which);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG_USE);
            throw wrong;
        }
    }

    private static Map<Measured, Cost> measure(Set<String> names, List<String> jvmArguments) throws RunnerException {
        ChainedOptionsBuilder builder = new OptionsBuilder()
                .forks(1)
                .measurementIterations(2)
                .measurementTime(TimeValue.milliseconds(300))
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend(jvmArguments.toArray(String[]::new))
                .verbosity(VerboseMode.SILENT);
        names.forEach(name -> builder.include("^" + Pattern.quote(name) + "$"));
        Map<Measured, Cost> costs = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (RunResult result : new Runner(builder.build()).run()) {
                costs.merge(Measured.of(result), Cost.of(result), Cost::best);
            }
        }
        return costs;
    }

    /** @param subject the class whose benchmarks share a yardstick */
    private record Measured(String subject, int bytes, String label) implements Comparable<Measured> {
        private static final Comparator<Measured> ORDER = Comparator.comparing(Measured::subject)
                .thenComparingInt(Measured::bytes)
                .thenComparing(Measured::label);

        static Measured of(RunResult result) {
            String benchmark = result.getParams().getBenchmark();
            int dot = benchmark.lastIndexOf('.');
            return new Measured(
                    benchmark.substring(benchmark.lastIndexOf('.', dot - 1) + 1, dot),
                    Integer.parseInt(result.getParams().getParam("size")),
                    benchmark.substring(dot + 1));
        }

        String what() {
            return subject.replace("Benchmark", "") + " " + label;
        }

        Measured yardstick() {
            return new Measured(subject, bytes, Chosen.YARDSTICK);
        }

        @Override
        public int compareTo(Measured other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param slowest nanoseconds of the slowest turn, where the others are of the best */
    private record Cost(double nanoseconds, double slowest, double allocated) {
        static Cost of(RunResult result) {
            double nanoseconds = result.getPrimaryResult().getStatistics().getPercentile(UNDISTURBED);
            return new Cost(
                    nanoseconds,
                    nanoseconds,
                    Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                            .getScore());
        }

        static Cost best(Cost one, Cost other) {
            return new Cost(
                    Math.min(one.nanoseconds, other.nanoseconds),
                    Math.max(one.slowest, other.slowest),
                    Math.min(one.allocated, other.allocated));
        }

        String warning() {
            return slowest > nanoseconds * STEADY ? "  unsteady: %.0f ns in another turn".formatted(slowest) : "";
        }
    }
}
