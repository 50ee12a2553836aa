package dev.hookwarden.local.cloudwatch.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.local.cloudwatch.definition.Cursor;
import dev.hookwarden.local.cloudwatch.definition.UndocumentedBehaviorException;
import java.util.Optional;
import java.util.regex.MatchResult;

/** What a metric filter publishes for an event that matches. */
sealed interface MetricValue {

    /** Reads a number, or the selector of a number in the event. */
    static MetricValue parse(String text) {
        var cursor = new Cursor("Metric value", text);
        Optional<String> number = cursor.take(Literal.NUMBER).map(MatchResult::group);
        MetricValue value = number.isPresent()
                ? new Constant(Double.parseDouble(number.get()))
                : new Selected(Selector.next(cursor));
        if (value instanceof Selected selected && selected.selector().hasWildcard()) {
            throw cursor.refusal("a wildcard");
        }
        cursor.expectEnd();
        return value;
    }

    double of(LogLine line);

    /** The same for each event. */
    record Constant(double value) implements MetricValue {
        @Override
        public double of(LogLine line) {
            return value;
        }
    }

    /** What the event itself says. */
    record Selected(Selector selector) implements MetricValue {
        @Override
        public double of(LogLine line) {
            JsonNode node = selector.on(line.json()).getFirst();
            if (!node.isNumber()) {
                throw new UndocumentedBehaviorException(
                        "It is not documented what is published for an event that matches, in which "
                                + String.join("", selector.steps()) + " is no number");
            }
            return node.doubleValue();
        }
    }
}
