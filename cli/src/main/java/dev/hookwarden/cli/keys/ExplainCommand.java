package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.capture.Capture;
import dev.hookwarden.cli.installation.Connection;
import dev.hookwarden.cli.installation.ProviderConverter;
import dev.hookwarden.cli.output.Format;
import dev.hookwarden.cli.output.JsonText;
import dev.hookwarden.cli.surroundings.Surroundings;
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
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Parameters(
            paramLabel = "PROVIDER",
            converter = ProviderConverter.class,
            completionCandidates = ProviderConverter.class,
            description = "Whose address it came to; one of ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Provider provider;

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

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Format format;

    private ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The command, at work in these surroundings. */
    public static CommandLine in(Surroundings surroundings) {
        return new CommandLine(new ExplainCommand(surroundings));
    }

    @Override
    public Integer call() throws IOException {
        Instant now = surroundings.clock().instant();
        Capture capture = files.read(now);
        CapturedAttempt attempt = new CapturedAttempt(
                capture.headers(),
                capture.payload().orElseThrow(),
                capture.receivedAt().orElse(now));
        if (keyFromStandardInput) {
            return explain(attempt, givenKey());
        }
        return connection.use(surroundings, installation -> {
            InstalledKeys keys = new InstalledKeys(installation);
            keys.state(provider.signingKey());
            return explain(attempt, connection.progress(surroundings).during("Reading the keys", keys::knownKeys));
        });
    }

    private KnownKeys givenKey() throws IOException {
        String id = provider.signingKey().id();
        String text = surroundings.terminal().key("The key " + id + " that it should be signed with: ");
        KeyStanding current = new KeyStanding.Staged(KeyStage.CURRENT);
        return new KnownKeys(List.of(new KnownKey(id, "from standard input", current, text)), List.of());
    }

    private int explain(CapturedAttempt attempt, KnownKeys keys) {
        Explanation explanation = Explanation.of(provider, attempt, keys.keys());
        ShownExplanation shown = new ShownExplanation(provider, attempt, explanation, keys.unread());
        PrintWriter out = spec.commandLine().getOut();
        if (format.isJson()) {
            out.println(JsonText.of(shown.fields()));
        } else {
            shown.print(out);
        }
        return explanation.verdict() instanceof Verdict.Verifies ? 0 : 1;
    }
}
