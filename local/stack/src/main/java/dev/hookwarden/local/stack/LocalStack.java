package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.hookwarden.local.aws.SameMachine;
import dev.hookwarden.local.aws.eventbridge.PutEvent;
import dev.hookwarden.local.console.Console;
import dev.hookwarden.local.providers.SimulatedProviders;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Everything that is deployed, running on this machine, from the HTTP front to the event bus. Binds to 127.0.0.1 only. */
public final class LocalStack implements AutoCloseable {
    /** Where the templates are: ./hookwarden and the build name it. */
    private static final Path CHECKOUT = Path.of(System.getProperty("hookwarden.root", "."));

    private final DataFolder data;
    private final LocalAws aws;
    private final LocalKeys keys;
    private final SimulatedProviders providers;
    private final HttpServer front;
    private final ExecutorService threads;
    private final AttemptLedger ledger;
    private final RotationLedger rotations;
    private final LocalProbe probe;
    private final LocalMonitoring monitoring;
    private final QueueWatch watch;

    private LocalStack(
            DataFolder data,
            LocalAws aws,
            LocalKeys keys,
            SimulatedProviders providers,
            HttpServer front,
            ExecutorService threads,
            AttemptLedger ledger,
            RotationLedger rotations,
            LocalProbe probe,
            LocalMonitoring monitoring,
            QueueWatch watch) {
        this.data = data;
        this.aws = aws;
        this.keys = keys;
        this.providers = providers;
        this.front = front;
        this.threads = threads;
        this.ledger = ledger;
        this.rotations = rotations;
        this.probe = probe;
        this.monitoring = monitoring;
        this.watch = watch;
    }

    /**
     * Starts the stack; it serves when this returns.
     *
     * @throws UncheckedIOException if a port is taken or the data folder can't be used
     */
    public static LocalStack start(LocalSettings settings) {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InstantSource clock = InstantSource.system();
        HttpServer front = bind(settings.apiPort());
        DataFolder data = DataFolder.open(settings.dataFolder());
        LocalRotation rotation = new LocalRotation();
        LocalAws aws = LocalAws.start(settings, data, rotation, clock);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        AttemptLedger ledger = new AttemptLedger(clock, data.journal("deliveries"));
        RotationLedger rotations = new RotationLedger(clock);
        LocalConsole console = new LocalConsole(ledger, rotations, clock);
        EventLog log = console.before(settings.log());
        LocalKeys localKeys = new LocalKeys(aws.client(SecretsManagerClient.builder()));
        SimulatedProviders providers = providers(localKeys, data, clock);
        LocalMonitoring monitoring = new LocalMonitoring(CHECKOUT, clock);
        LocalMetrics metrics = new LocalMetrics(monitoring);
        LocalFunctions functions = new LocalFunctions(aws, clock);
        threads.execute(functions.processing(ledger, monitoring.beside(log, "processor"), metrics));
        front.setExecutor(threads);
        front.createContext(
                "/",
                new ApiGatewayFront(functions.ingest(monitoring.beside(log, "ingest")), metrics, console.captured()));
        front.createContext(SimulatedProviders.PATH, providers.front())
                .getFilters()
                .add(SameMachine.forPages());
        LocalProbe probe = new LocalProbe(aws, address(front), monitoring.beside(log, "probe"), metrics);
        console.serveOn(front, address(front), aws, localKeys, providers, monitoring, probe, clock);
        front.start();
        QueueWatch watch = new QueueWatch(new Queues(aws, ledger), ledger, monitoring, clock);
        LocalStack stack = new LocalStack(
                data, aws, localKeys, providers, front, threads, ledger, rotations, probe, monitoring, watch);
        rotation.wire(aws, stack.api(), monitoring.beside(log, "rotation"), metrics);
        localKeys.awaitTrials();
        probe.startSchedule();
        watch.start();
        return stack;
    }

    private static HttpServer bind(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException("Port " + port + " is taken; choose another with --port", taken);
        }
    }

    private static SimulatedProviders providers(LocalKeys keys, DataFolder data, InstantSource clock) {
        SimulatedProviders providers = SimulatedProviders.create(data.file("providers.json"), clock);
        Provider.ALL.forEach(provider -> keys.createFor(provider, providers));
        return providers;
    }

    /** Where webhooks are received: {@code /webhooks/<provider>} below it. */
    public URI api() {
        return address(front);
    }

    private static URI address(HttpServer front) {
        return URI.create("http://127.0.0.1:" + front.getAddress().getPort());
    }

    /** The AWS endpoint, for {@code aws --endpoint-url}. */
    public URI aws() {
        return aws.uri();
    }

    /** The page that shows what is going on. */
    public URI console() {
        return api().resolve(Console.PATH);
    }

    /** The line that says that the stack serves, and where. */
    public String readyLine() {
        return "ready api=" + api() + " aws=" + aws() + " console=" + console();
    }

    /** The key that a provider's deliveries are signed with now. */
    public SigningKey currentSigningKey(Provider provider) {
        return keys.currentSigningKey(provider);
    }

    /** A client of the stack's Secrets Manager; the caller closes it. */
    public SecretsManagerClient secrets() {
        return aws.client(SecretsManagerClient.builder());
    }

    /** The simulated providers' side. */
    public SimulatedProviders providers() {
        return providers;
    }

    /** What the rotation function said, the oldest first. */
    public JsonNode rotations() {
        return rotations.rotations();
    }

    /** Runs the probe once, and gives back what it wrote into the log, line by line. */
    public JsonNode probe() {
        return probe.run();
    }

    /** One object for each alarm that is deployed: its name, state, reason, and since when. */
    public JsonNode alarms() {
        return monitoring.alarms();
    }

    /** Moves the clock of the alarms on, and theirs alone, for those who won't wait for one. */
    public void moveAlarmsOn(Duration span) {
        monitoring.moveOn(span);
    }

    /** One object for each accepted attempt, the oldest first. */
    public JsonNode deliveries() {
        return ledger.deliveries();
    }

    /** The events that the sink has accepted, in order. */
    public List<PutEvent> published() {
        return aws.events().events();
    }

    /** The keys of the payloads that are stored: on their way, or referred to by an event. */
    public List<String> storedPayloads() {
        return aws.objects().keys(LocalAws.PAYLOAD_BUCKET);
    }

    @Override
    public void close() {
        watch.close();
        probe.close();
        front.stop(0);
        providers.close();
        threads.shutdownNow();
        aws.close();
        data.close();
    }
}
