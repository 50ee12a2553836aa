package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.installation.Connection;
import dev.hookwarden.cli.output.Format;
import dev.hookwarden.cli.output.Times;
import dev.hookwarden.cli.surroundings.Surroundings;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.KeyDiagnosis;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.secrets.StagedVersion;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Everything about one key but its value. */
@Command(
        name = "status",
        description = "Everything about one key but its value.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  hookwarden keys status zenoo/signing-key",
            "  hookwarden keys status zenoo/signing-key --stack staging --json"
        })
final class StatusCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @Parameters(
            paramLabel = "KEY",
            converter = KeyConverter.class,
            completionCandidates = KeyConverter.class,
            description = "As zenoo/signing-key.")
    @SuppressWarnings("NullAway.Init")
    private ProviderKey key;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Format format;

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return connection.use(surroundings, aws -> {
            InstalledKeys keys = new InstalledKeys(aws);
            KeyState state = keys.state(key);
            Instant now = surroundings.clock().instant();
            format.print(connection.out(), state.fields(now), () -> rows(state, now));
            return 0;
        });
    }

    private static List<List<String>> rows(KeyState state, Instant now) {
        List<List<String>> rows = new ArrayList<>(List.of(
                List.of("key", state.key().id()),
                List.of("state", words(state, now)),
                List.of(
                        "age",
                        Shown.days(state.age(now)) + " of "
                                + state.key().rotateEvery().toDays() + " d"),
                List.of("inbox", state.inboxWaiting() ? "a key waits" : "empty"),
                List.of("rotation", state.rotation().enabled() ? "on" : "off"),
                List.of("last rotated", Times.shown(state.rotation().last())),
                List.of("next rotation", Times.shown(state.rotation().next())),
                List.of("overlap ends", Times.shown(state.overlapEnds()))));
        state.versions().forEach(version -> rows.add(List.of("version", row(version))));
        return rows;
    }

    private static String words(KeyState state, Instant now) {
        return KeyDiagnosis.of(state, now).stream().map(KeyDiagnosis::words).collect(Collectors.joining(", "));
    }

    private static String row(StagedVersion version) {
        return Shown.version(version)
                + version.createdAt().map(at -> ", created " + Times.shown(at)).orElse("")
                + (version.hasValue() ? "" : ", without a value");
    }
}
