package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.deliveries.DeliveryTable;
import dev.hookwarden.cli.deliveries.Since;
import dev.hookwarden.cli.deliveries.VerifiedDelivery;
import dev.hookwarden.cli.installation.Connection;
import dev.hookwarden.cli.installation.RefusedException;
import dev.hookwarden.cli.output.Columns;
import dev.hookwarden.cli.output.Times;
import dev.hookwarden.cli.surroundings.Consent;
import dev.hookwarden.cli.surroundings.Surroundings;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The emergency: a key is in wrong hands. */
@Command(
        name = "revoke",
        description = {
            "The emergency: makes a leaked key stop verifying, and lists what it had verified.",
            "Rotates to the submitted key if one waits. Otherwise nothing verifies until one is: the provider is answered 503 and repeats."
        },
        footer = {"", "Examples:", "  hookwarden keys revoke zenoo/signing-key --stack staging --since 2026-11-20"})
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

    @Parameters(
            paramLabel = "KEY",
            converter = KeyConverter.class,
            completionCandidates = KeyConverter.class,
            description = "As zenoo/signing-key.")
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

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Consent consent;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DeliveryTable table;

    RevokeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Instant from = Since.of(since, surroundings.clock().instant(), spec);
        return connection.use(surroundings, aws -> {
            InstalledKeys keys = new InstalledKeys(aws);
            KeyState state = keys.state(key);
            StagedVersion leaked = new LeakedVersion(state).find(version);
            if (leaked.stages().isEmpty() && !keys.secret(key).hasVersion(leaked.id())) {
                throw new RefusedException("There is no version " + leaked.id() + " of " + key.id()
                        + ", with or without a label; nothing was changed. ./hookwarden keys status "
                        + keys.argument(key) + " lists them.");
            }
            if (!consent.to(question(state, leaked), surroundings)) {
                throw new RefusedException("Nothing was changed. Say --yes to revoke it without being asked.");
            }
            RotationRun run = following.run(surroundings, keys, connection);
            new Revocation(keys, run, connection.out()).of(key, leaked);
            sayWhatIsNext(keys);
            listDeliveries(keys, leaked, from);
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

    private void sayWhatIsNext(InstalledKeys keys) {
        KeyState after = keys.state(key);
        connection.out().println("At the provider: revoke the leaked key there too, if it is still alive.");
        if (after.revoked() && key.source() instanceof KeySource.Submitted(String how)) {
            if (!after.inboxWaiting()) {
                connection.out().println("Then: " + how);
                connection.out().println("  ./hookwarden keys submit " + keys.argument(key));
            }
            connection.out().println("  ./hookwarden keys rotate " + keys.argument(key));
        }
    }

    private void listDeliveries(InstalledKeys keys, StagedVersion leaked, Instant from) {
        if (!key.uses().contains(KeyUse.SIGNS_DELIVERIES)) {
            connection.out().println("This key signs no deliveries; look at the provider for calls made with it.");
            return;
        }
        List<VerifiedDelivery> deliveries = connection
                .progress(surroundings)
                .during(
                        "Reading the table of deliveries",
                        () -> table.of(keys.installation()).by(leaked.id(), from));
        connection
                .out()
                .println("Deliveries that version " + leaked.shortId() + " verified since " + Times.shown(from) + ": "
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
                delivery -> rows.add(List.of(Times.shown(delivery.receivedAt()), delivery.id(), delivery.eventType())));
        return rows;
    }
}
