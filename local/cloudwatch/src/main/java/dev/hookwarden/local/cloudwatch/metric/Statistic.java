package dev.hookwarden.local.cloudwatch.metric;

import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One number out of a period's samples: Sum, Average, Minimum, Maximum, SampleCount, or a percentile such as p99.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html">Statistics definitions</a>
 */
public final class Statistic {
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,10})?|100)");

    private final String name;
    private final ToDoubleFunction<double[]> ofSamples;

    private Statistic(String name, ToDoubleFunction<double[]> ofSamples) {
        this.name = name;
        this.ofSamples = ofSamples;
    }

    /**
     * The statistic of this name, as templates write it.
     *
     * @throws UnsupportedDefinitionException when there is none, or it is not supported
     */
    public static Statistic named(String name) {
        return new Statistic(
                name,
                switch (name) {
                    case "Sum" -> samples -> Arrays.stream(samples).sum();
                    case "Average" -> samples -> Arrays.stream(samples).sum() / samples.length;
                    case "Minimum" -> samples -> Arrays.stream(samples).min().orElseThrow();
                    case "Maximum" -> samples -> Arrays.stream(samples).max().orElseThrow();
                    case "SampleCount" -> samples -> samples.length;
                    default -> percentile(name);
                });
    }

    /** Of at least one sample. */
    double of(double[] samples) {
        return ofSamples.applyAsDouble(samples);
    }

    @Override
    public String toString() {
        return name;
    }

    /** The least sample that this share of all samples does not exceed; CloudWatch does not document how it rounds. */
    private static ToDoubleFunction<double[]> percentile(String name) {
        Matcher matcher = PERCENTILE.matcher(name);
        if (!matcher.matches()) {
            throw new UnsupportedDefinitionException("Statistic " + name + " is not supported");
        }
        double share = Double.parseDouble(matcher.group(1)) / 100;
        return samples -> {
            double[] sorted = samples.clone();
            Arrays.sort(sorted);
            return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
        };
    }
}
