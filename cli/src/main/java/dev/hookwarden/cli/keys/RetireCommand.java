package dev.hookwarden.cli.keys;

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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends the previous key's time before its deadline. */
@Command(
        name = "retire",
        description = "Takes the previous key out, so that it no longer verifies, after showing when it last did.",
        mixinStandardHelpOptions = true)
final class RetireCommand implements Callable<Integer> {
    private static final Duration LATELY = Duration.ofHours(24);

    private final Surroundings surroundings;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @Parameters(paramLabel = "KEY", converter = KeyConverter.class, description = "As jobsiteon/api-key.")
    @SuppressWarnings("NullAway.Init")
    private ProviderKey key;

    @Option(names = "--yes", description = "Don't ask.")
    private boolean yes;

    @Option(names = "--table", paramLabel = "NAME", description = "The table of deliveries, when it isn't found.")
    private @Nullable String table;

    RetireCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return connection.use(surroundings, installation -> {
            KeyState state = installation.state(key);
            StagedVersion previous = state.at(KeyStage.PREVIOUS)
                    .orElseThrow(
                            () -> new RefusedException(key.id() + " has no previous key; there is nothing to retire."));
            if (!mayGo(installation, previous)) {
                throw new RefusedException("Nothing was changed. Say --yes to retire it all the same.");
            }
            new Removal(installation.secret(key)).from(previous);
            connection
                    .out()
                    .println("Retired version " + previous.shortId()
                            + "; running copies forget it within 5 minutes and 30 seconds. If it is still alive at the provider,"
                            + " revoke it there.");
            return 0;
        });
    }

    private boolean mayGo(Installation installation, StagedVersion previous) {
        if (!key.uses().contains(KeyUse.SIGNS_DELIVERIES)) {
            return true;
        }
        Optional<Instant> last = installation.deliveries(table).last(previous.id());
        connection
                .out()
                .println("Version " + previous.shortId()
                        + last.map(at -> " last verified a delivery at " + Shown.time(at) + ".")
                                .orElse(" has verified no delivery that is still remembered."));
        Instant lately = surroundings.clock().instant().minus(LATELY);
        return last.filter(at -> at.isAfter(lately)).isEmpty()
                || yes
                || surroundings
                        .terminal()
                        .agrees(
                                "That is less than 24 hours ago: the provider may still sign with it, and what it signs would be"
                                        + " refused. Retire it?");
    }
}
