package dev.hookwarden.local.aws.cloudwatch;

import dev.hookwarden.local.aws.AwsError;
import java.util.DoubleSummaryStatistics;
import java.util.stream.Stream;

/** What CloudWatch makes of a period's values (User guide, "CloudWatch statistics definitions"); no percentiles here. */
enum Statistic {
    SAMPLE_COUNT("SampleCount"),
    SUM("Sum"),
    AVERAGE("Average"),
    MINIMUM("Minimum"),
    MAXIMUM("Maximum");

    private final String wireName;

    Statistic(String wireName) {
        this.wireName = wireName;
    }

    static Statistic named(String wireName) {
        return Stream.of(values())
                .filter(statistic -> statistic.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> AwsError.unsupported("the statistic " + wireName));
    }

    double of(DoubleSummaryStatistics values) {
        return switch (this) {
            case SAMPLE_COUNT -> values.getCount();
            case SUM -> values.getSum();
            case AVERAGE -> values.getAverage();
            case MINIMUM -> values.getMin();
            case MAXIMUM -> values.getMax();
        };
    }
}
