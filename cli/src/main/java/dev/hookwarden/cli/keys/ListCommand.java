package dev.hookwarden.cli.keys;

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
import picocli.CommandLine.Option;

/** One line for each key. */
@Command(
        name = "list",
        description =
                "One line for each key: where it stands, how old it is, its versions, and when the previous one stops verifying.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return connection.use(surroundings, installation -> {
            List<KeyState> states = installation.states(Optional.empty());
            Instant now = surroundings.clock().instant();
            if (json) {
                connection
                        .out()
                        .println(Shown.json(
                                states.stream().map(state -> state.fields(now)).toList()));
            } else {
                Columns.print(connection.out(), rows(states, now));
            }
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
                    Shown.time(state.overlapEnds()),
                    Shown.versions(state)));
        }
        return rows;
    }
}
