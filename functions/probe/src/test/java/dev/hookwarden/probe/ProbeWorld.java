package dev.hookwarden.probe;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.aws.Faults;
import dev.hookwarden.local.aws.secretsmanager.SecretsManagerSettings;
import dev.hookwarden.local.aws.secretsmanager.StrictSecretsManager;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.probe.ResponseTimes.Average;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.KeyStates;
import dev.hookwarden.secrets.SecretNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** A running copy of the probe, with both providers, every key put today, and an average of 120 ms. */
final class ProbeWorld implements AutoCloseable {
    static final SecretNames NAMES = new SecretNames("hookwarden/test");

    final MutableClock clock = new MutableClock();
    final ScriptedCalls calls = new ScriptedCalls(clock);
    final CallCounts awsCalls = new CallCounts();
    final List<LogLine> lines = new ArrayList<>();
    final SecretsManagerClient secrets;
    FaultPlan faults = FaultPlan.none();
    ResponseTimes responseTimes = (provider, from, to) -> Optional.of(new Average(120, 4032));

    private final AwsEndpoint endpoint = AwsEndpoint.open(
                    0,
                    new Faults(
                            (api, action, ordinal) -> faults.faultOf(api, action, ordinal), awsCalls, duration -> {}))
            .serve(
                    AwsApi.SECRETS_MANAGER,
                    new StrictSecretsManager(SecretsManagerSettings.of(clock, new SplittableRandom(1))));
    private final Probe probe;

    ProbeWorld() {
        secrets = SecretsManagerClient.builder()
                .endpointOverride(endpoint.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .overrideConfiguration(configuration -> configuration.retryStrategy(retry -> retry.maxAttempts(1)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        Provider.ALL.stream()
                .flatMap(provider -> provider.keys().stream())
                .forEach(key -> secrets.createSecret(
                        create -> create.name(NAMES.secret(key)).secretString("canary-" + key.id())));
        probe = Probe.of(
                Provider.ALL,
                new ProbePorts(
                        calls,
                        KeyStates.byLabels(secrets, NAMES),
                        (provider, from, to) -> responseTimes.between(provider, from, to),
                        clock),
                lines::add);
    }

    /** One run; the lines of it, and no others. */
    List<LogLine> run() {
        lines.clear();
        probe.run();
        return List.copyOf(lines);
    }

    List<Map<String, Object>> fieldsOf(LogEvent event) {
        return lines.stream()
                .filter(line -> line.event() == event)
                .map(LogLine::fields)
                .toList();
    }

    @Override
    public void close() {
        secrets.close();
        endpoint.close();
    }
}
