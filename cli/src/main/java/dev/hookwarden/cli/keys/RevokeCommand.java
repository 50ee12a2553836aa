package dev.hookwarden.cli.keys;

import dev.hookwarden.provider.KeySource;
import dev.hookwarden.provider.KeyUse;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.secrets.StagedVersion;
import dev.hookwarden.signing.KeyStage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The emergency: a key is in wrong hands. */
@Command(
        name = "revoke",
        description = {
            "The emergency: makes a leaked key stop verifying, and lists what it had verified.",
            "Rotates to the submitted key if one waits. Otherwise nothing verifies until one is: the provider is answered 503 and repeats."
        })
final class RevokeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    @SuppressWarnings("UnusedVariable") // Picocli reads it; the standard options would take --version.
    private boolean help;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Following following;

    @Parameters(paramLabel = "KEY", converter = KeyConverter.class, description = "As zenoo/signing-key.")
    @SuppressWarnings("NullAway.Init")
    private ProviderKey key;

    @Option(
            names = "--version",
            paramLabel = "V",
            description = "The leaked version, by its id or the beginning of it. Without it, the current one.")
    private @Nullable String version;

    @Option(
            names = "--since",
            paramLabel = "T",
            defaultValue = "P30D",
            description = "List deliveries since then: 2026-11-22T03:00:00Z, 2026-11-22, or how long ago (P30D).")
    @SuppressWarnings("NullAway.Init")
    private String since;

    @Option(names = "--yes", description = "Don't ask.")
    private boolean yes;

    @Option(names = "--table", paramLabel = "NAME", description = "The table of deliveries, when it isn't found.")
    private @Nullable String table;

    RevokeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Instant from = Since.read(since, surroundings.clock().instant())
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--since takes 2026-11-22T03:00:00Z, 2026-11-22 or P7D"));
        return connection.use(surroundings, installation -> {
            KeyState state = installation.state(key);
            StagedVersion leaked = new LeakedVersion(state).find(version);
            if (leaked.stages().isEmpty() && !installation.secret(key).hasVersion(leaked.id())) {
                throw new RefusedException("There is no version " + leaked.id() + " of " + key.id()
                        + ", with or without a label; nothing was changed. ./hookwarden keys status "
                        + installation.argument(key) + " lists them.");
            }
            if (!yes && !surroundings.terminal().agrees(question(state, leaked))) {
                throw new RefusedException("Nothing was changed. Say --yes to revoke it without being asked.");
            }
            RotationRun run = following.run(surroundings, installation, connection.out());
            new Revocation(installation, run, connection.out()).of(key, leaked);
            sayWhatIsNext(installation);
            listDeliveries(installation, leaked, from);
            return 0;
        });
    }

    private String question(KeyState state, StagedVersion leaked) {
        return "Revoke version " + Shown.version(leaked) + " of " + key.id() + "? "
                + (!leaked.isAt(KeyStage.CURRENT)
                        ? "Other keys go on verifying."
                        : state.inboxWaiting()
                                ? "The submitted key takes its place."
                                : "No other key waits: nothing verifies until one is submitted and rotated in.");
    }

    private void sayWhatIsNext(Installation installation) {
        KeyState after = installation.state(key);
        connection.out().println("At the provider: revoke the leaked key there too, if it is still alive.");
        if (after.revoked() && key.source() instanceof KeySource.Submitted(String how)) {
            if (!after.inboxWaiting()) {
                connection.out().println("Then: " + how);
                connection.out().println("  ./hookwarden keys submit " + installation.argument(key));
            }
            connection.out().println("  ./hookwarden keys rotate " + installation.argument(key));
        }
    }

    private void listDeliveries(Installation installation, StagedVersion leaked, Instant from) {
        if (!key.uses().contains(KeyUse.SIGNS_DELIVERIES)) {
            connection.out().println("This key signs no deliveries; look at the provider for calls made with it.");
            return;
        }
        List<VerifiedDelivery> deliveries = installation.deliveries(table).by(leaked.id(), from);
        connection
                .out()
                .println("Deliveries that version " + leaked.shortId() + " verified since " + Shown.time(from) + ": "
                        + deliveries.size()
                        + ". The table forgets a delivery after 15 days, unless it is told otherwise.");
        if (!deliveries.isEmpty()) {
            Columns.print(connection.out(), rows(deliveries));
        }
    }

    private static List<List<String>> rows(List<VerifiedDelivery> deliveries) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("received", "delivery", "event type"));
        deliveries.forEach(
                delivery -> rows.add(List.of(Shown.time(delivery.receivedAt()), delivery.id(), delivery.eventType())));
        return rows;
    }
}
