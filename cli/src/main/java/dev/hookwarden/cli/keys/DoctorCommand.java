package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.installation.Connection;
import dev.hookwarden.cli.output.Format;
import dev.hookwarden.cli.output.JsonText;
import dev.hookwarden.cli.output.Times;
import dev.hookwarden.cli.surroundings.Consent;
import dev.hookwarden.cli.surroundings.Surroundings;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.KeyDiagnosis;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.signing.KeyStage;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
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
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  hookwarden keys doctor",
            "  hookwarden keys doctor zenoo/signing-key --repair --stack staging"
        })
final class DoctorCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @Parameters(
            arity = "0..1",
            paramLabel = "KEY",
            converter = KeyConverter.class,
            completionCandidates = KeyConverter.class,
            description = "As zenoo/signing-key. Without it, every key.")
    private @Nullable ProviderKey key;

    @Option(
            names = "--repair",
            description = "Take off labels that are in the way, from versions that are not current.")
    private boolean repair;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Consent consent;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Format format;

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return connection.use(surroundings, aws -> {
            InstalledKeys keys = new InstalledKeys(aws);
            List<KeyState> states = connection
                    .progress(surroundings)
                    .during("Reading where the keys stand", () -> keys.states(Optional.ofNullable(key)));
            if (format.isJson()) {
                connection
                        .out()
                        .println(JsonText.of(states.stream()
                                .map(state -> findings(keys, repaired(keys, state)))
                                .toList()));
            } else {
                states.forEach(state -> tell(keys, state));
            }
            return states.stream().allMatch(state -> isHealthy(keys.state(state.key()))) ? 0 : 1;
        });
    }

    private void tell(InstalledKeys keys, KeyState state) {
        for (KeyDiagnosis diagnosis : diagnoses(state)) {
            connection.out().println(state.key().id() + ": " + diagnosis.words());
            if (diagnosis != KeyDiagnosis.HEALTHY) {
                connection.out().println("  cause:  " + diagnosis.cause());
                connection
                        .out()
                        .println("  repair: "
                                + repaired(keys, state, diagnosis)
                                        .orElseGet(() -> diagnosis.repair(keys.argument(state.key()))));
            }
        }
    }

    private KeyState repaired(InstalledKeys keys, KeyState state) {
        diagnoses(state).forEach(diagnosis -> repaired(keys, state, diagnosis));
        return repair ? keys.state(state.key()) : state;
    }

    /** Does the repair, if it is asked for and safe, and says what was done. */
    private Optional<String> repaired(InstalledKeys keys, KeyState state, KeyDiagnosis diagnosis) {
        Repair work = new Repair(keys.secret(state.key()));
        return diagnosis
                .labelInTheWay()
                .filter(label -> repair)
                .filter(label -> label != KeyStage.PREVIOUS || isDeadlineSure(keys, state))
                .flatMap(label -> work.of(state, label));
    }

    /** On AWS the overlap is a parameter of the stack, and may be longer than the provider's constant says. */
    private boolean isDeadlineSure(InstalledKeys keys, KeyState state) {
        return keys.isLocal()
                || consent.to(
                        "The previous version of " + state.key().id() + " stopped verifying at "
                                + Times.shown(state.overlapEnds()) + ", if its overlap is "
                                + state.key().overlap()
                                + " in this installation. Is it, and may the version go?",
                        surroundings);
    }

    private Map<String, Object> findings(InstalledKeys keys, KeyState state) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("key", state.key().id());
        facts.put(
                "findings",
                diagnoses(state).stream()
                        .map(diagnosis -> finding(diagnosis, keys.argument(state.key())))
                        .toList());
        return facts;
    }

    private static Map<String, Object> finding(KeyDiagnosis diagnosis, String argument) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("state", diagnosis.words());
        facts.put("cause", diagnosis.cause());
        facts.put("repair", diagnosis.repair(argument));
        return facts;
    }

    private List<KeyDiagnosis> diagnoses(KeyState state) {
        Instant now = surroundings.clock().instant();
        return KeyDiagnosis.of(state, now);
    }

    private boolean isHealthy(KeyState state) {
        return diagnoses(state).equals(List.of(KeyDiagnosis.HEALTHY));
    }
}
