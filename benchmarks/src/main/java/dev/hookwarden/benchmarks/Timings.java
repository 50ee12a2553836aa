package dev.hookwarden.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/** How long each of many calls took. For use by any number of threads. */
final class Timings {
    private final List<Long> nanoseconds = Collections.synchronizedList(new ArrayList<>());

    <T> T time(Callable<T> call) throws Exception {
        long begin = System.nanoTime();
        T result = call.call();
        nanoseconds.add(System.nanoTime() - begin);
        return result;
    }

    int count() {
        return nanoseconds.size();
    }

    /** In seconds. */
    double sum() {
        return nanoseconds.stream().mapToLong(Long::longValue).sum() / 1e9;
    }

    /** In milliseconds. */
    double percentile(int percent) {
        List<Long> sorted = nanoseconds.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }
}
