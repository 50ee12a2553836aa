package dev.hookwarden.local.aws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.AwsSdk;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Faults;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** Rules of API_GetMetricData, over CBOR as the SDK speaks it. */
final class StrictCloudWatchTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final AwsEndpoint endpoint = AwsEndpoint.open(0, Faults.none(new CallCounts()));
    private final CloudWatchClient client = AwsSdk.client(CloudWatchClient.builder(), endpoint.uri());

    @BeforeEach
    void serve() {
        endpoint.serve(
                AwsApi.CLOUD_WATCH,
                new StrictCloudWatch(List.of(
                        sample(NOON.minusSeconds(3600), 100),
                        sample(NOON.minusSeconds(3000), 300),
                        sample(NOON.minusSeconds(1), 50),
                        sample(NOON, 7))));
    }

    @AfterEach
    void close() {
        client.close();
        endpoint.close();
    }

    private static Sample sample(Instant at, double value) {
        return new Sample("Hookwarden/test", "zenoo.ApiCallDuration", at, value);
    }

    private static GetMetricDataRequest.Builder asking(MetricDataQuery... queries) {
        return GetMetricDataRequest.builder()
                .startTime(NOON.minusSeconds(3600))
                .endTime(NOON)
                .metricDataQueries(queries);
    }

    private static MetricDataQuery query(String id, String statistic, int period) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.stat(statistic)
                        .period(period)
                        .metric(metric -> metric.namespace("Hookwarden/test").metricName("zenoo.ApiCallDuration")))
                .build();
    }

    private static MetricDataQuery with(Consumer<MetricDataQuery.Builder> change) {
        return query("a", "Sum", 60).toBuilder().applyMutation(change).build();
    }

    @ParameterizedTest
    @CsvSource({"SampleCount, 3", "Sum, 450", "Average, 150", "Minimum, 50", "Maximum, 300"})
    void knowsTheStatisticsOfAPeriod(String statistic, double value) {
        MetricDataResult result = client.getMetricData(
                        asking(query("a", statistic, 3600)).build())
                .metricDataResults()
                .getFirst();

        assertThat(result.values()).containsExactly(value);
        assertThat(result.timestamps()).containsExactly(NOON.minusSeconds(3600));
        assertThat(result.statusCode()).isEqualTo(StatusCode.COMPLETE);
    }

    @Test
    void givesTheNewestPeriodFirstAndLeavesOutEmptyOnes() {
        MetricDataResult result = client.getMetricData(
                        asking(query("a", "Sum", 60)).build())
                .metricDataResults()
                .getFirst();

        assertThat(result.values()).containsExactly(50.0, 300.0, 100.0);
        assertThat(result.timestamps())
                .containsExactly(NOON.minusSeconds(60), NOON.minusSeconds(3000), NOON.minusSeconds(3600));
    }

    @Test
    void answersEachQueryByItsId() {
        assertThat(client.getMetricData(asking(query("a", "Sum", 60), query("b", "SampleCount", 60))
                                .build())
                        .metricDataResults())
                .extracting(MetricDataResult::id)
                .containsExactly("a", "b");
    }

    @Test
    void hasNothingOfAMetricThatItDoesNotKnow() {
        MetricDataQuery other = with(query -> query.metricStat(stat -> stat.stat("Sum")
                .period(60)
                .metric(metric -> metric.namespace("Hookwarden/test").metricName("other"))));

        assertThat(client.getMetricData(asking(other).build()).metricDataResults())
                .singleElement()
                .satisfies(result -> assertThat(result.values()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 90})
    void refusesOtherPeriods(int period) {
        assertInvalid(asking(query("a", "Sum", period)));
    }

    @Test
    void refusesOtherIds() {
        assertInvalid(asking(query("A", "Sum", 60)));
        assertInvalid(asking(query("a", "Sum", 60), query("a", "Average", 60)));
    }

    @Test
    void refusesToLookBackwards() {
        assertInvalid(asking(query("a", "Sum", 60)).endTime(NOON.minusSeconds(3600)));
    }

    @Test
    void refusesWhatIsMissing() {
        assertThat(catchThrowableOfType(
                        MissingRequiredParameterException.class, () -> client.getMetricData(asking().build())))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        MissingRequiredParameterException.class,
                        () -> client.getMetricData(
                                asking(query("a", "Sum", 60)).startTime(null).build())))
                .isNotNull();
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertUnsupported(asking(query("a", "p99", 60)));
        assertUnsupported(asking(with(query -> query.expression("1"))));
        assertUnsupported(asking(query("a", "Sum", 60)).maxDatapoints(10));
    }

    private void assertInvalid(GetMetricDataRequest.Builder request) {
        assertThat(catchThrowableOfType(
                        InvalidParameterValueException.class, () -> client.getMetricData(request.build())))
                .isNotNull();
    }

    private void assertUnsupported(GetMetricDataRequest.Builder request) {
        var refused = catchThrowableOfType(CloudWatchException.class, () -> client.getMetricData(request.build()));
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("NotSupportedByStandIn");
    }
}
