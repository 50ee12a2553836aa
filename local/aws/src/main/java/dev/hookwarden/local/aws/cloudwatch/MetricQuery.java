package dev.hookwarden.local.aws.cloudwatch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summarizingDouble;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.AwsInput;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One metric's statistic.
 *
 * @param period in seconds
 */
record MetricQuery(String id, String namespace, String metric, int period, Statistic statistic) {
    private static final int MINUTE = 60;

    static MetricQuery in(AwsInput query) {
        query.allowOnly(Set.of("Id", "MetricStat"));
        AwsInput stat = query.object("MetricStat");
        stat.allowOnly(Set.of("Metric", "Period", "Stat"));
        AwsInput metric = stat.object("Metric");
        metric.allowOnly(Set.of("Namespace", "MetricName"));
        return new MetricQuery(
                checkedId(query.requiredText("Id")),
                metric.requiredText("Namespace"),
                metric.requiredText("MetricName"),
                checkedPeriod(stat.whole("Period", 0)),
                Statistic.named(stat.requiredText("Stat")));
    }

    private static String checkedId(String id) {
        if (!id.matches("[a-z][a-zA-Z0-9_]*")) {
            throw Refused.because("The value for field Id must begin with a lower-case letter.");
        }
        return id;
    }

    /** Metrics of metric filters have a resolution of a minute. */
    private static int checkedPeriod(int period) {
        if (period <= 0 || period % MINUTE != 0) {
            throw Refused.because("Period must be a multiple of 60 and greater than 0.");
        }
        return period;
    }

    /** The newest period first; periods without values are left out. */
    ObjectNode result(Stream<Sample> samples) {
        var periods = samples.filter(sample ->
                        sample.namespace().equals(namespace) && sample.metric().equals(metric))
                .collect(groupingBy(
                        sample -> Math.floorDiv(sample.at().getEpochSecond(), period) * period,
                        () -> new TreeMap<Long, DoubleSummaryStatistics>(Comparator.reverseOrder()),
                        summarizingDouble(Sample::value)));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("Id", id).put("Label", metric).put("StatusCode", "Complete");
        ArrayNode timestamps = result.putArray("Timestamps");
        ArrayNode values = result.putArray("Values");
        periods.forEach((start, summary) -> {
            timestamps.add((double) start);
            values.add(statistic.of(summary));
        });
        return result;
    }

    static List<MetricQuery> allIn(AwsInput input) {
        List<MetricQuery> queries =
                input.objects("MetricDataQueries").stream().map(MetricQuery::in).toList();
        if (queries.isEmpty()) {
            throw AwsError.refused("MissingRequiredParameterException", "The parameter MetricDataQueries is required.");
        }
        if (queries.stream().map(MetricQuery::id).distinct().count() < queries.size()) {
            throw Refused.because("The values for field Id must be unique.");
        }
        return queries;
    }
}
