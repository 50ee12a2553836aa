package dev.hookwarden.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.aws.Faults;
import dev.hookwarden.local.aws.cloudwatch.Sample;
import dev.hookwarden.local.aws.cloudwatch.StrictCloudWatch;
import dev.hookwarden.probe.ResponseTimes.Average;
import dev.hookwarden.provider.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;

/** Through the SDK's own client and its protocol. */
class CloudWatchResponseTimesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final CallCounts calls = new CallCounts();
    private FaultPlan faults = FaultPlan.none();
    private final AwsEndpoint endpoint = AwsEndpoint.open(
                    0,
                    new Faults((api, action, ordinal) -> faults.faultOf(api, action, ordinal), calls, duration -> {}))
            .serve(
                    AwsApi.CLOUD_WATCH,
                    new StrictCloudWatch(List.of(
                            took("zenoo", Duration.ofDays(15), 9000),
                            took("zenoo", Duration.ofDays(13), 100),
                            took("zenoo", Duration.ofDays(13), 101),
                            took("zenoo", Duration.ofMinutes(5), 150),
                            took("jobsiteon", Duration.ofDays(15), 9000))));
    private final CloudWatchClient client = CloudWatchClient.builder()
            .endpointOverride(endpoint.uri())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .overrideConfiguration(configuration -> configuration.retryStrategy(retry -> retry.maxAttempts(1)))
            .httpClient(UrlConnectionHttpClient.create())
            .build();

    private static Sample took(String provider, Duration ago, double milliseconds) {
        return new Sample("Hookwarden/test", provider + ".ApiCallDuration", NOON.minus(ago), milliseconds);
    }

    @AfterEach
    void close() {
        client.close();
        endpoint.close();
    }

    private Optional<Average> average(Provider provider) {
        return new CloudWatchResponseTimes(client, "Hookwarden/test")
                .between(provider, NOON.minus(Duration.ofDays(14)), NOON);
    }

    @Test
    void averagesOverCallsAndNotOverHours() {
        assertThat(average(Provider.ZENOO)).contains(new Average(117, 3));
    }

    @Test
    void hasNoAverageOfNoCalls() {
        assertThat(average(Provider.JOBSITEON)).isEmpty();
    }

    @Test
    void asksOnce() {
        average(Provider.ZENOO);

        assertThat(calls.of(AwsApi.CLOUD_WATCH, "GetMetricData")).isEqualTo(1);
    }

    @Test
    void throwsWhenItCanNotBeTold() {
        faults = (api, action, ordinal) -> new Fault.Throttle();

        assertThatThrownBy(() -> average(Provider.ZENOO)).isInstanceOf(CloudWatchException.class);
    }
}
