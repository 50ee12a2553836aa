package dev.hookwarden.infra.timeline;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.ingest.IngestConfig;
import dev.hookwarden.ingest.IngestHandler;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.processor.AwsClients;
import dev.hookwarden.processor.ProcessorConfig;
import dev.hookwarden.processor.ProcessorHandler;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.KeyringSettings;
import dev.hookwarden.secrets.SecretNames;
import dev.hookwarden.signing.SigningKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** An installation on a virtual clock, serving both providers, and what may happen to it. All of it is in the journal. */
final class World implements AutoCloseable {
    static final String STAGE = "test";
    static final String NAMESPACE = "Hookwarden/" + STAGE;
    static final SecretNames NAMES = new SecretNames("hookwarden/" + STAGE);
    static final String FORGED = "forgers-do-not-know-the-key-0000";

    private static final Duration RETENTION = Duration.ofDays(15);

    final VirtualClock clock = new VirtualClock();
    final Journal journal = new Journal(clock);
    final ProviderSite zenoo = new ProviderSite(Provider.ZENOO, clock);
    final ProviderSite jobsiteon = new ProviderSite(Provider.JOBSITEON, clock);
    final List<Provider> providers = List.of(zenoo.provider(), jobsiteon.provider());
    final VirtualQueue queue = new VirtualQueue(clock, journal);
    final Rotations rotations = new Rotations(this);
    final Aws aws = new Aws(clock, rotations::step, rotations);
    final Keys keys = new Keys(aws.client(SecretsManagerClient.builder()));
    final Worker worker = worker();
    final LambdaMetrics ingestMetrics = new LambdaMetrics(journal, "IngestFunction");
    final Gateway gateway = new Gateway(ingest(), ingestMetrics, journal);
    final Probe probe = new Probe(this);

    private int deliveries;

    /** @param keyAge how old every key is at the beginning */
    World(Duration keyAge) {
        clock.beginEarlier(keyAge);
        for (Provider provider : providers) {
            provider.keys().forEach(keys::create);
        }
        clock.begin();
        zenoo.issue(keys.atProvider(Provider.ZENOO.apiKey()));
        jobsiteon.issue(keys.atProvider(Provider.JOBSITEON.apiKey()));
        rotations.wire();
        clock.atEndOfMinute(() -> {
            worker.poll();
            queue.publishMetrics();
        });
        clock.advance(Duration.ofSeconds(10));
    }

    static String logGroup(String name) {
        return "/hookwarden/" + STAGE + "/" + name;
    }

    private IngestHandler ingest() {
        return new IngestHandler(
                new IngestConfig(
                        URI.create("https://sqs.us-east-1.amazonaws.com/000000000000/any"),
                        providers,
                        NAMES,
                        KeyringSettings.DEFAULT,
                        Aws.BUCKET,
                        IngestConfig.LARGEST_PAYLOAD),
                new dev.hookwarden.ingest.AwsClients(aws.client(SecretsManagerClient.builder()), queue, aws.s3Access()),
                clock,
                ProductionLog.lean(clock, line -> journal.line(logGroup("ingest"), line)));
    }

    private Worker worker() {
        return new Worker(
                queue,
                new ProcessorHandler(
                        new ProcessorConfig(Aws.BUS, Aws.TABLE, RETENTION, Aws.BUCKET),
                        new AwsClients(
                                aws.client(DynamoDbClient.builder()),
                                aws.client(EventBridgeClient.builder()),
                                aws.s3()),
                        clock,
                        log("processor")),
                new LambdaMetrics(journal, "ProcessorFunction"));
    }

    EventLog log(String function) {
        return ProductionLog.powertools(line -> journal.line(logGroup(function), line));
    }

    /** A genuine delivery, different from all others. */
    int deliver(Provider provider) {
        return deliver(provider, keys.atProvider(provider.signingKey()));
    }

    /** A delivery signed with this key. */
    int deliver(Provider provider, String key) {
        return send(provider, key, "{\"event_id\":\"" + ++deliveries + "\",\"event_type\":\"case.updated\"}");
    }

    /** The same delivery each time. */
    int deliverAgain(Provider provider) {
        return send(provider, keys.atProvider(provider.signingKey()), "{\"event_id\":\"again\"}");
    }

    /** An attempt of somebody who doesn't know the key. */
    int forge(Provider provider) {
        return deliver(provider, FORGED);
    }

    private int send(Provider provider, String key, String json) {
        Payload payload = Payload.of(json.getBytes(StandardCharsets.UTF_8));
        SigningKey signingKey = provider.scheme().signingKey(key);
        Map<String, String> headers =
                provider.scheme().sign(signingKey, payload.bytes(), "delivery-" + deliveries, clock.instant());
        int status = gateway.request("POST", provider.id(), headers, payload);
        worker.poll();
        return status;
    }

    /** The same in each of so many minutes, the one that runs included. */
    void minutes(int count, Runnable inEach) {
        for (int minute = 0; minute < count; minute++) {
            inEach.run();
            clock.toNextMinute();
            clock.advance(Duration.ofSeconds(10));
        }
    }

    /** So many minutes in which nobody sends and the probe doesn't run. */
    void quiet(int minutes) {
        minutes(minutes, () -> {});
    }

    void down(AwsApi api, boolean isDown) {
        aws.down(api, isDown);
    }

    @Override
    public void close() {
        zenoo.close();
        jobsiteon.close();
        aws.close();
    }

    static void times(int count, Runnable action) {
        for (int time = 0; time < count; time++) {
            action.run();
        }
    }
}
