package dev.hookwarden.local.cloudwatch.metric;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** All samples of all metrics, by the minute. Used by one thread at a time. */
public final class MetricStore {
    private static final String SERVICE = "";

    private final Map<MetricId, NavigableMap<Instant, Minute>> metrics = new HashMap<>();

    /** Adds a sample that an AWS service, or a client of it, publishes. */
    public void put(MetricId metric, Instant at, double sample) {
        put(metric, at, sample, SERVICE);
    }

    /** Adds a sample of one publisher, in place of what it published by default in this minute. */
    public void put(MetricId metric, Instant at, double sample, String publisher) {
        minute(metric, at).add(publisher, sample);
    }

    /** Has a publisher stand by with one sample for this minute, which counts if it publishes no other in it. */
    public void putDefault(MetricId metric, Instant at, double sample, String publisher) {
        minute(metric, at).addDefault(publisher, sample);
    }

    /**
     * The statistic of what was sampled from one minute until before another; empty when nothing was.
     *
     * @param from a whole minute
     * @param until a whole minute
     */
    public OptionalDouble statistic(MetricId metric, Statistic statistic, Instant from, Instant until) {
        NavigableMap<Instant, Minute> minutes = metrics.get(metric);
        if (minutes == null) {
            return OptionalDouble.empty();
        }
        double[] samples = minutes.subMap(from, true, until, false).values().stream()
                .flatMapToDouble(Minute::samples)
                .toArray();
        return samples.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(statistic.of(samples));
    }

    /** Drops the samples from before this moment. */
    public void forget(Instant before) {
        metrics.values().forEach(minutes -> minutes.headMap(before).clear());
    }

    private Minute minute(MetricId metric, Instant at) {
        return metrics.computeIfAbsent(metric, id -> new TreeMap<>())
                .computeIfAbsent(at.truncatedTo(ChronoUnit.MINUTES), start -> new Minute());
    }
}
