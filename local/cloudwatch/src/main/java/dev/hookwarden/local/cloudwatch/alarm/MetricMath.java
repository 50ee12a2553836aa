package dev.hookwarden.local.cloudwatch.alarm;

import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import dev.hookwarden.local.cloudwatch.math.MathExpression;
import dev.hookwarden.local.cloudwatch.math.Series;
import dev.hookwarden.local.cloudwatch.metric.MetricStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A math expression over metrics of one period.
 *
 * @param metrics by id, at most ten
 * @param expressions by id; they may name metrics and each other
 * @param result the id of the expression that the alarm watches
 */
public record MetricMath(Map<String, MetricStatistic> metrics, Map<String, MathExpression> expressions, String result)
        implements MetricQuery {
    private static final int MAX_METRICS = 10;

    public MetricMath {
        metrics = Map.copyOf(metrics);
        expressions = Map.copyOf(expressions);
        check(metrics.size() <= MAX_METRICS, "more than " + MAX_METRICS + " metrics");
        check(periods(metrics.values()).size() == 1, "metrics of other than one period");
        checkReferences(metrics.keySet(), expressions, result, Set.of());
    }

    @Override
    public Duration period() {
        return periods(metrics.values()).iterator().next();
    }

    @Override
    public Series last(int points, Instant end, MetricStore store) {
        return series(result, metric -> metric.last(points, end, store));
    }

    private Series series(String id, Function<MetricStatistic, Series> measured) {
        MetricStatistic metric = metrics.get(id);
        return metric != null
                ? measured.apply(metric)
                : expression(expressions, id).in(needed -> series(needed, measured));
    }

    private static Set<Duration> periods(Collection<MetricStatistic> metrics) {
        return metrics.stream().map(MetricStatistic::period).collect(Collectors.toSet());
    }

    private static void checkReferences(
            Set<String> metrics, Map<String, MathExpression> expressions, String id, Set<String> above) {
        if (metrics.contains(id)) {
            return;
        }
        check(!above.contains(id), id + " is defined by itself");
        Set<String> path = new HashSet<>(above);
        path.add(id);
        expression(expressions, id).ids().forEach(needed -> checkReferences(metrics, expressions, needed, path));
    }

    private static MathExpression expression(Map<String, MathExpression> expressions, String id) {
        return Optional.ofNullable(expressions.get(id))
                .orElseThrow(() ->
                        new UnsupportedDefinitionException("Metric math is refused: no metric or expression " + id));
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new UnsupportedDefinitionException("Metric math is refused: " + otherwise);
        }
    }
}
