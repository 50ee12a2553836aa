package dev.hookwarden.infra.timeline;

import dev.hookwarden.local.cloudwatch.metric.MetricId;
import dev.hookwarden.local.cloudwatch.metric.MetricStore;
import dev.hookwarden.local.cloudwatch.metric.Statistic;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.probe.ProbeConfig;
import dev.hookwarden.probe.ProbeFailedException;
import dev.hookwarden.probe.ProbeHandler;
import dev.hookwarden.probe.ProbePorts;
import dev.hookwarden.probe.ResponseTimes.Average;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.ApiCall;
import dev.hookwarden.providerapi.CallPorts;
import dev.hookwarden.providerapi.HttpProviderCalls;
import dev.hookwarden.providerapi.PlainHttp;
import dev.hookwarden.providerapi.RateLimiter.Permission.Granted;
import dev.hookwarden.secrets.KeyStates;
import dev.hookwarden.secrets.KeyringSettings;
import dev.hookwarden.secrets.SecretsManagerApiKeys;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The probe, which learns from the metrics that its own lines have become, and the calls that everybody makes. */
final class Probe {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final World world;
    private final LambdaMetrics metrics;
    private final HttpProviderCalls calls;
    private final ProbeHandler handler;

    Probe(World world) {
        this.world = world;
        this.metrics = new LambdaMetrics(world.journal, "ProbeFunction");
        EventLog log = world.log("probe");
        SecretsManagerClient secrets = world.aws.client(SecretsManagerClient.builder());
        var apiKeys =
                new SecretsManagerApiKeys(secrets, World.NAMES, KeyringSettings.DEFAULT, world.clock, () -> 0, log);
        var ports = new CallPorts((key, limit) -> new Granted(), log, world.clock, world.clock::advance, () -> 0.5);
        this.calls = new HttpProviderCalls(world.providers, PlainHttp.TO_THIS_MACHINE, apiKeys, ports);
        this.handler = new ProbeHandler(
                new ProbeConfig(world.providers, World.NAMES, "any", World.NAMESPACE),
                new ProbePorts(calls, KeyStates.byLabels(secrets, World.NAMES), this::responseTimes, world.clock),
                log);
    }

    /** One run, as the schedule asks for every five minutes. */
    void run() {
        try {
            handler.handleRequest(
                    InputStream.nullInputStream(), OutputStream.nullOutputStream(), new Invocation("probe"));
            metrics.ran();
        } catch (ProbeFailedException failed) {
            metrics.failed();
        }
    }

    /** Makes one call of the provider's cheapest read. */
    void call(Provider provider) {
        Provider reachable = world.providers.stream()
                .filter(each -> each.id().equals(provider.id()))
                .findFirst()
                .orElseThrow();
        calls.call(
                reachable, ApiCall.provingRead(reachable), world.clock.instant().plus(PATIENCE));
    }

    /** In CloudWatch's place: what the template's filter has made of the lines until now. */
    private Optional<Average> responseTimes(Provider provider, Instant from, Instant to) {
        MetricStore metrics = world.journal.metrics(Deployed.with(Map.of()));
        MetricId durations = new MetricId(World.NAMESPACE, provider.id() + ".ApiCallDuration");
        OptionalDouble average = metrics.statistic(durations, Statistic.named("Average"), from, to);
        OptionalDouble count = metrics.statistic(durations, Statistic.named("SampleCount"), from, to);
        return average.isEmpty()
                ? Optional.empty()
                : Optional.of(new Average(Math.round(average.getAsDouble()), (long) count.orElse(0)));
    }
}
