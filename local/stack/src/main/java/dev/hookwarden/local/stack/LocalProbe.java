package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.lambda.LocalContext;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.probe.AwsClients;
import dev.hookwarden.probe.ProbeConfig;
import dev.hookwarden.probe.ProbeFailedException;
import dev.hookwarden.probe.ProbeHandler;
import dev.hookwarden.probe.ProbePorts;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.PlainHttp;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The probe function, invoked by a schedule as on AWS, and whenever somebody asks. It learns no baseline: nothing here keeps metrics. */
final class LocalProbe implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final ScheduledExecutorService schedule =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final ProbeHandler handler;
    private final LocalMetrics metrics;
    private ArrayNode said = LocalJson.array();

    /** Wires the function: providers are called on this machine. */
    LocalProbe(LocalAws aws, URI api, EventLog log, LocalMetrics metrics) {
        this.metrics = metrics;
        EventLog both = new Tee(List.of(this::note, log));
        ProbeConfig config = new ProbeConfig(
                Provider.ALL.stream()
                        .map(provider -> LocalRotation.simulated(provider, api))
                        .toList(),
                LocalKeys.NAMES,
                LocalAws.RATE_LIMIT_TABLE,
                "Hookwarden/local");
        AwsClients clients =
                new AwsClients(aws.client(SecretsManagerClient.builder()), aws.client(DynamoDbClient.builder()));
        ProbePorts ports = ProbePorts.on(
                config, clients, PlainHttp.TO_THIS_MACHINE, (provider, from, to) -> Optional.empty(), both);
        this.handler = new ProbeHandler(config, ports, both);
    }

    void startSchedule() {
        var _ = schedule.scheduleAtFixedRate(this::run, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /** One run, and what it wrote into the log: one object for each line. */
    synchronized ArrayNode run() {
        said = LocalJson.array();
        try {
            metrics.invoked("ProbeFunction", () -> {
                handler.handleRequest(
                        InputStream.nullInputStream(), OutputStream.nullOutputStream(), new LocalContext("probe"));
                return said;
            });
        } catch (ProbeFailedException failed) {
            // The function's error rings, and the lines say what it was.
        }
        return said;
    }

    private void note(LogLine line) {
        ObjectNode entry = said.addObject().put("event", line.event().wireName());
        line.fields().forEach((name, value) -> entry.set(name, LocalJson.MAPPER.valueToTree(value)));
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
