package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.capture.Capture;
import dev.hookwarden.explain.CapturedAttempt;
import dev.hookwarden.explain.Explanation;
import dev.hookwarden.explain.KeyStanding;
import dev.hookwarden.explain.KnownKey;
import dev.hookwarden.explain.Verdict;
import dev.hookwarden.local.keys.KnownKeys;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.KeyStage;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why an attempt was refused. */
@Command(
        name = "explain",
        description = {
            "Says step by step whether a captured attempt verifies, and if it doesn't, which mistake explains it.",
            "Tries every version of every key, and shows none of them. Changes nothing."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exits 0 when it verifies, 1 when it doesn't.",
            "",
            "Examples:",
            "  hookwarden explain zenoo --headers headers.txt --body body.json",
            "  hookwarden explain zenoo --headers event.json --stack staging --profile keys",
            "  hookwarden explain zenoo --headers headers.txt --body body.json --key-stdin < key.txt"
        })
public final class ExplainCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PROVIDER", description = "Whose address it came to, as zenoo.")
    @SuppressWarnings("NullAway.Init")
    private String providerId;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private CapturedFiles files;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @Option(
            names = "--key-stdin",
            description = "Read the one key to try from standard input, instead of the installation's.")
    private boolean keyFromStandardInput;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    private ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The command, at work in this process. */
    public static CommandLine ofProcess() {
        return in(Surroundings.ofProcess());
    }

    static CommandLine in(Surroundings surroundings) {
        return new CommandLine(new ExplainCommand(surroundings));
    }

    @Override
    public Integer call() throws IOException {
        Provider provider = Provider.withId(providerId)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no provider " + providerId + "; there are "
                                + Provider.ALL.stream().map(Provider::id).collect(Collectors.joining(", "))));
        Instant now = surroundings.clock().instant();
        Capture capture = files.read(now);
        CapturedAttempt attempt = new CapturedAttempt(
                capture.headers(),
                capture.payload().orElseThrow(),
                capture.receivedAt().orElse(now));
        if (keyFromStandardInput) {
            return explain(provider, attempt, givenKey(provider));
        }
        return connection.use(surroundings, installation -> {
            installation.state(provider.signingKey());
            return explain(provider, attempt, installation.knownKeys());
        });
    }

    private KnownKeys givenKey(Provider provider) throws IOException {
        String id = provider.signingKey().id();
        String text = surroundings.terminal().key("The key " + id + " that it should be signed with: ");
        KeyStanding current = new KeyStanding.Staged(KeyStage.CURRENT);
        return new KnownKeys(List.of(new KnownKey(id, "from standard input", current, text)), List.of());
    }

    private int explain(Provider provider, CapturedAttempt attempt, KnownKeys keys) {
        Explanation explanation = Explanation.of(provider, attempt, keys.keys());
        ShownExplanation shown = new ShownExplanation(provider, attempt, explanation, keys.unread());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Shown.json(shown.fields()));
        } else {
            shown.print(out);
        }
        return explanation.verdict() instanceof Verdict.Verifies ? 0 : 1;
    }
}
