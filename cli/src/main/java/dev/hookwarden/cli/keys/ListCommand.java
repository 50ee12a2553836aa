package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.installation.Connection;
import dev.hookwarden.cli.output.Format;
import dev.hookwarden.cli.output.Times;
import dev.hookwarden.cli.surroundings.Surroundings;
import dev.hookwarden.secrets.KeyDiagnosis;
import dev.hookwarden.secrets.KeyState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One line for each key. */
@Command(
        name = "list",
        description =
                "One line for each key: where it stands, how old it is, its versions, and when the previous one stops verifying.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  hookwarden keys list",
            "  hookwarden keys list --stack staging --profile keys --json"
        })
final class ListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Format format;

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return connection.use(surroundings, aws -> {
            InstalledKeys keys = new InstalledKeys(aws);
            List<KeyState> states = connection
                    .progress(surroundings)
                    .during("Reading where the keys stand", () -> keys.states(Optional.empty()));
            Instant now = surroundings.clock().instant();
            format.print(
                    connection.out(),
                    states.stream().map(state -> state.fields(now)).toList(),
                    () -> rows(states, now));
            return 0;
        });
    }

    private static List<List<String>> rows(List<KeyState> states, Instant now) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("key", "state", "age", "overlap ends", "versions"));
        for (KeyState state : states) {
            rows.add(List.of(
                    state.key().id(),
                    KeyDiagnosis.of(state, now).getFirst().words(),
                    Shown.days(state.age(now)),
                    Times.shown(state.overlapEnds()),
                    Shown.versions(state)));
        }
        return rows;
    }
}
