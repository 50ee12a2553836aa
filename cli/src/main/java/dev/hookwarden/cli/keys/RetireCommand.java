package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.deliveries.DeliveryTable;
import dev.hookwarden.cli.installation.Connection;
import dev.hookwarden.cli.installation.RefusedException;
import dev.hookwarden.cli.output.Times;
import dev.hookwarden.cli.surroundings.Consent;
import dev.hookwarden.cli.surroundings.Surroundings;
import dev.hookwarden.provider.KeyUse;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.secrets.StagedVersion;
import dev.hookwarden.signing.KeyStage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends the previous key's time before its deadline. */
@Command(
        name = "retire",
        description = "Takes the previous key out, so that it no longer verifies, after showing when it last did.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  hookwarden keys retire jobsiteon/api-key --stack staging"})
final class RetireCommand implements Callable<Integer> {
    private static final Duration LATELY = Duration.ofHours(24);

    private final Surroundings surroundings;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @Parameters(
            paramLabel = "KEY",
            converter = KeyConverter.class,
            completionCandidates = KeyConverter.class,
            description = "As jobsiteon/api-key.")
    @SuppressWarnings("NullAway.Init")
    private ProviderKey key;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Consent consent;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DeliveryTable table;

    RetireCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return connection.use(surroundings, aws -> {
            InstalledKeys keys = new InstalledKeys(aws);
            KeyState state = keys.state(key);
            StagedVersion previous = state.at(KeyStage.PREVIOUS)
                    .orElseThrow(
                            () -> new RefusedException(key.id() + " has no previous key; there is nothing to retire."));
            if (!mayGo(keys, previous)) {
                throw new RefusedException("Nothing was changed. Say --yes to retire it all the same.");
            }
            new Removal(keys.secret(key)).from(previous);
            connection
                    .out()
                    .println("Retired version " + previous.shortId()
                            + "; running copies forget it within 5 minutes and 30 seconds. If it is still alive at the provider,"
                            + " revoke it there.");
            return 0;
        });
    }

    private boolean mayGo(InstalledKeys keys, StagedVersion previous) {
        if (!key.uses().contains(KeyUse.SIGNS_DELIVERIES)) {
            return true;
        }
        Optional<Instant> last = connection
                .progress(surroundings)
                .during(
                        "Reading the table of deliveries",
                        () -> table.of(keys.installation()).last(previous.id()));
        connection
                .out()
                .println("Version " + previous.shortId()
                        + last.map(at -> " last verified a delivery at " + Times.shown(at) + ".")
                                .orElse(" has verified no delivery that is still remembered."));
        Instant lately = surroundings.clock().instant().minus(LATELY);
        return last.filter(at -> at.isAfter(lately)).isEmpty()
                || consent.to(
                        "That is less than 24 hours ago: the provider may still sign with it, and what it signs would be"
                                + " refused. Retire it?",
                        surroundings);
    }
}
