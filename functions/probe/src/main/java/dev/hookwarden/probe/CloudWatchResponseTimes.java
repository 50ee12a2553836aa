package dev.hookwarden.probe;

import dev.hookwarden.provider.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/**
 * What the metric filter {@code <provider>.ApiCallDuration} has counted, in milliseconds. One call of GetMetricData, which is paid for by the
 * metric: two.
 */
final class CloudWatchResponseTimes implements ResponseTimes {
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final Set<StatusCode> FAILED = Set.of(StatusCode.INTERNAL_ERROR, StatusCode.FORBIDDEN);

    private final CloudWatchClient cloudWatch;
    private final String namespace;

    CloudWatchResponseTimes(CloudWatchClient cloudWatch, String namespace) {
        this.cloudWatch = cloudWatch;
        this.namespace = namespace;
    }

    @Override
    public Optional<Average> between(Provider provider, Instant from, Instant to) {
        List<MetricDataResult> results = cloudWatch
                .getMetricDataPaginator(asked -> asked.startTime(from)
                        .endTime(to)
                        .metricDataQueries(query("sum", "Sum", provider), query("calls", "SampleCount", provider)))
                .metricDataResults()
                .stream()
                .toList();
        if (results.stream().map(MetricDataResult::statusCode).anyMatch(FAILED::contains)) {
            throw new IllegalStateException("CloudWatch has not read the whole metric");
        }
        double calls = total("calls", results);
        return calls == 0
                ? Optional.empty()
                : Optional.of(new Average(Math.round(total("sum", results) / calls), Math.round(calls)));
    }

    private MetricDataQuery query(String id, String statistic, Provider provider) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.stat(statistic)
                        .period((int) PERIOD.toSeconds())
                        .metric(metric -> metric.namespace(namespace).metricName(provider.id() + ".ApiCallDuration")))
                .build();
    }

    private static double total(String id, List<MetricDataResult> results) {
        return results.stream()
                .filter(result -> result.id().equals(id))
                .flatMap(result -> result.values().stream())
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
