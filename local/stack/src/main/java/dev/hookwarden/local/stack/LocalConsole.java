package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.hookwarden.local.console.Console;
import dev.hookwarden.local.providers.SimulatedProviders;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** What the console shows and does here. What it keeps of attempts, it keeps by listening to the functions' log lines. */
final class LocalConsole {
    private static final Duration AT_ONCE = Duration.ofMillis(250);
    private static final Duration EACH_SECOND = Duration.ofSeconds(1);

    private final AttemptLedger ledger;
    private final RotationLedger rotations;
    private final TrafficHistory traffic;
    private final CapturedAttempts captured = new CapturedAttempts();

    LocalConsole(AttemptLedger ledger, RotationLedger rotations, InstantSource clock) {
        this.ledger = ledger;
        this.rotations = rotations;
        this.traffic = new TrafficHistory(clock);
    }

    /** Where the functions' lines go, on their way to another log: the attempt itself is kept before anybody can ask for it. */
    EventLog before(EventLog log) {
        return new Tee(List.of(captured, traffic, ledger, rotations, log));
    }

    CapturedAttempts captured() {
        return captured;
    }

    /** Serves everything. */
    void serveOn(
            HttpServer front,
            URI api,
            LocalAws aws,
            LocalKeys keys,
            SimulatedProviders providers,
            LocalMonitoring monitoring,
            LocalProbe probe,
            InstantSource clock) {
        LocalKeyStates keyStates = new LocalKeyStates(aws.client(SecretsManagerClient.builder()), clock);
        Queues queues = new Queues(aws, ledger);
        new Console()
                .state("deliveries", ledger::deliveries)
                .state("refusals", ledger::refusals)
                .state("keys", keyStates::entries)
                .state("rotations", rotations::rotations)
                .state("alarms", monitoring::alarms)
                .state("events", new PublishedEvents(aws.events())::entries)
                .live("providers", Duration.ofHours(1), LocalConsole::providers)
                .live("deliveries", AT_ONCE, ledger::newestDeliveries)
                .live("refusals", AT_ONCE, ledger::newestRefusals)
                .live("queues", EACH_SECOND, queues::json)
                .live("traffic", EACH_SECOND, traffic::json)
                .live("keys", Duration.ofSeconds(2), keyStates::entries)
                .live("rotations", EACH_SECOND, rotations::rotations)
                .live("alarms", EACH_SECOND, monitoring::alarms)
                .details("payloads", new PayloadView(ledger, captured))
                .details("explanations", new RefusalDetails(ledger, captured, keyStates::known))
                .action("probe", input -> probe.run())
                .action("samples", new SampleSending(api, keys::currentSigningKey, new BusRefusals(aws.events())))
                .action("redrive", queues)
                .action("rotate", new KeyTurning(providers, keys))
                .serveOn(front);
    }

    private static ArrayNode providers() {
        ArrayNode providers = LocalJson.array();
        for (Provider provider : Provider.ALL) {
            ObjectNode entry = providers
                    .addObject()
                    .put("id", provider.id())
                    .put("acknowledgementMs", provider.acknowledgement().toMillis());
            provider.keys().stream().map(ProviderKey::id).forEach(entry.putArray("keys")::add);
        }
        return providers;
    }
}
