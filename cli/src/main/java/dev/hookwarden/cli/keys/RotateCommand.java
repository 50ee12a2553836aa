package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.installation.Connection;
import dev.hookwarden.cli.output.Times;
import dev.hookwarden.cli.surroundings.Surroundings;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.signing.KeyStage;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes the submitted key current. */
@Command(
        name = "rotate",
        description =
                "Makes the submitted key current, and follows the rotation; exits 0 only when the key is current.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  hookwarden keys rotate zenoo/signing-key --stack staging"})
final class RotateCommand implements Callable<Integer> {
    private final Surroundings surroundings;

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

    RotateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return connection.use(surroundings, aws -> {
            InstalledKeys keys = new InstalledKeys(aws);
            RotationRun run = following.run(surroundings, keys, connection);
            if (!run.toTheEnd(key)) {
                return 1;
            }
            sayWhatIsNext(keys);
            return 0;
        });
    }

    private void sayWhatIsNext(InstalledKeys keys) {
        KeyState state = keys.state(key);
        connection.out().println(key.id() + " is rotated.");
        state.at(KeyStage.PREVIOUS)
                .ifPresent(previous -> connection
                        .out()
                        .println(state.overlapEnds()
                                .map(end -> "The key before it (" + previous.shortId() + ") verifies until "
                                        + Times.shown(end)
                                        + ". When deliveries come with the new one:\n  ./hookwarden keys retire "
                                        + keys.argument(key)
                                        + "\nand then revoke the old one at the provider.")
                                .orElse("The key before it (" + previous.shortId() + ") no longer counts.")));
    }
}
