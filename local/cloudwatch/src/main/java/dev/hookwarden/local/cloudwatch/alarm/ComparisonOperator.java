package dev.hookwarden.local.cloudwatch.alarm;

import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import java.util.Arrays;

/** On which side of the threshold a data point breaches. */
public enum ComparisonOperator {
    GREATER_THAN_OR_EQUAL_TO_THRESHOLD("GreaterThanOrEqualToThreshold"),
    GREATER_THAN_THRESHOLD("GreaterThanThreshold"),
    LESS_THAN_THRESHOLD("LessThanThreshold"),
    LESS_THAN_OR_EQUAL_TO_THRESHOLD("LessThanOrEqualToThreshold");

    private final String text;

    ComparisonOperator(String text) {
        this.text = text;
    }

    /**
     * The operator that templates write so.
     *
     * @throws UnsupportedDefinitionException when it is none of these; those for anomaly detection are not
     */
    public static ComparisonOperator of(String text) {
        return Arrays.stream(values())
                .filter(operator -> operator.text.equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new UnsupportedDefinitionException("ComparisonOperator " + text + " is not supported"));
    }

    boolean breaches(double value, double threshold) {
        return switch (this) {
            case GREATER_THAN_OR_EQUAL_TO_THRESHOLD -> value >= threshold;
            case GREATER_THAN_THRESHOLD -> value > threshold;
            case LESS_THAN_THRESHOLD -> value < threshold;
            case LESS_THAN_OR_EQUAL_TO_THRESHOLD -> value <= threshold;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
