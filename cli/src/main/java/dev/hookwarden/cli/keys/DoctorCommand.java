package dev.hookwarden.cli.keys;

import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.KeyDiagnosis;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.signing.KeyStage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names what is the matter with keys. */
@Command(
        name = "doctor",
        description =
                "Names each key's state, its cause and its safe repair; exits 0 when all are healthy or repaired.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @Parameters(
            arity = "0..1",
            paramLabel = "KEY",
            converter = KeyConverter.class,
            description = "As zenoo/signing-key. Without it, every key.")
    private @Nullable ProviderKey key;

    @Option(
            names = "--repair",
            description = "Take off labels that are in the way, from versions that are not current.")
    private boolean repair;

    @Option(names = "--yes", description = "Don't ask.")
    private boolean yes;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return connection.use(surroundings, installation -> {
            List<KeyState> states = installation.states(Optional.ofNullable(key));
            if (json) {
                connection
                        .out()
                        .println(Shown.json(states.stream()
                                .map(state -> findings(installation, repaired(installation, state)))
                                .toList()));
            } else {
                states.forEach(state -> tell(installation, state));
            }
            return states.stream().allMatch(state -> isHealthy(installation.state(state.key()))) ? 0 : 1;
        });
    }

    private void tell(Installation installation, KeyState state) {
        for (KeyDiagnosis diagnosis : diagnoses(state)) {
            connection.out().println(state.key().id() + ": " + diagnosis.words());
            if (diagnosis != KeyDiagnosis.HEALTHY) {
                connection.out().println("  cause:  " + diagnosis.cause());
                connection
                        .out()
                        .println("  repair: "
                                + repaired(installation, state, diagnosis)
                                        .orElseGet(() -> diagnosis.repair(installation.argument(state.key()))));
            }
        }
    }

    private KeyState repaired(Installation installation, KeyState state) {
        diagnoses(state).forEach(diagnosis -> repaired(installation, state, diagnosis));
        return repair ? installation.state(state.key()) : state;
    }

    /** Does the repair, if it is asked for and safe, and says what was done. */
    private Optional<String> repaired(Installation installation, KeyState state, KeyDiagnosis diagnosis) {
        Repair work = new Repair(installation.secret(state.key()));
        return diagnosis
                .labelInTheWay()
                .filter(label -> repair)
                .filter(label -> label != KeyStage.PREVIOUS || isDeadlineSure(installation, state))
                .flatMap(label -> work.of(state, label));
    }

    /** On AWS the overlap is a parameter of the stack, and may be longer than the provider's constant says. */
    private boolean isDeadlineSure(Installation installation, KeyState state) {
        return installation.isLocal()
                || yes
                || surroundings
                        .terminal()
                        .agrees("The previous version of " + state.key().id() + " stopped verifying at "
                                + Shown.time(state.overlapEnds()) + ", if its overlap is "
                                + state.key().overlap()
                                + " in this installation. Is it, and may the version go?");
    }

    private Map<String, Object> findings(Installation installation, KeyState state) {
        return Map.of(
                "key",
                state.key().id(),
                "findings",
                diagnoses(state).stream()
                        .map(diagnosis -> Map.of(
                                "state", diagnosis.words(),
                                "cause", diagnosis.cause(),
                                "repair", diagnosis.repair(installation.argument(state.key()))))
                        .toList());
    }

    private List<KeyDiagnosis> diagnoses(KeyState state) {
        Instant now = surroundings.clock().instant();
        return KeyDiagnosis.of(state, now);
    }

    private boolean isHealthy(KeyState state) {
        return diagnoses(state).equals(List.of(KeyDiagnosis.HEALTHY));
    }
}
