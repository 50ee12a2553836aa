package dev.hookwarden.local.cloudwatch.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** One metric's samples of one minute. */
final class Minute {
    private final List<Double> samples = new ArrayList<>();
    private final Set<String> publishers = new HashSet<>();
    private final Map<String, Double> defaults = new HashMap<>();

    void add(String publisher, double sample) {
        samples.add(sample);
        publishers.add(publisher);
        defaults.remove(publisher);
    }

    void addDefault(String publisher, double sample) {
        if (!publishers.contains(publisher)) {
            defaults.put(publisher, sample);
        }
    }

    DoubleStream samples() {
        return Stream.concat(samples.stream(), defaults.values().stream()).mapToDouble(Double::doubleValue);
    }
}
