package dev.hookwarden.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link VerifyBenchmark} and prints verification as a ratio to the bare HMAC, under both compilers: Lambda runs Java 25 on the first
 * compiler alone, except under SnapStart or provisioned concurrency.
 */
public final class VerifyRatios {
    private static final Map<String, List<String>> COMPILERS =
            Map.of("C1 only", List.of("-XX:TieredStopAtLevel=1"), "C1 and C2", List.of());

    /** Single calls are timed, and of them the tenth percentile taken: the rest of the machine disturbs the slower ones. */
    private static final double UNDISTURBED = 10;

    /** Both are measured in turns, and the quickest turn of each counts: a machine may be busy for longer than one turn. */
    private static final int ROUNDS = 3;

    private VerifyRatios() {}

    /** Takes no arguments; lasts about a minute and a half. */
    public static void main(String[] arguments) throws RunnerException {
        System.out.printf("%-10s %10s %14s %14s %7s%n", "compiler", "bytes", "bare HMAC ns", "verify ns", "ratio");
        for (Map.Entry<String, List<String>> compiler : new TreeMap<>(COMPILERS).entrySet()) {
            Map<Integer, Times> times = measure(compiler.getValue());
            times.forEach((size, time) -> System.out.printf(
                    "%-10s %10d %14.0f %14.0f %7.2f%n",
                    compiler.getKey(), size, time.bareHmac(), time.verify(), time.verify() / time.bareHmac()));
        }
    }

    private static Map<Integer, Times> measure(List<String> jvmArguments) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(VerifyBenchmark.class.getName())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(400))
                .measurementIterations(2)
                .measurementTime(TimeValue.milliseconds(300))
                .jvmArgsAppend(jvmArguments.toArray(String[]::new))
                .verbosity(VerboseMode.SILENT)
                .build();
        Map<Integer, Times> times = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (RunResult result : new Runner(options).run()) {
                int size = Integer.parseInt(result.getParams().getParam("size"));
                times.merge(size, Times.of(result), Times::quickest);
            }
        }
        return times;
    }

    private record Times(double bareHmac, double verify) {
        static Times of(RunResult result) {
            double nanoseconds = result.getPrimaryResult().getStatistics().getPercentile(UNDISTURBED);
            return result.getPrimaryResult().getLabel().equals("verify")
                    ? new Times(Double.POSITIVE_INFINITY, nanoseconds)
                    : new Times(nanoseconds, Double.POSITIVE_INFINITY);
        }

        Times quickest(Times other) {
            return new Times(Math.min(bareHmac, other.bareHmac), Math.min(verify, other.verify));
        }
    }
}
