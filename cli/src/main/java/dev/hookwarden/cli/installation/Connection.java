package dev.hookwarden.cli.installation;

import dev.hookwarden.cli.output.Progress;
import dev.hookwarden.cli.surroundings.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** The options that say which installation is meant, and the way to it. */
public final class Connection {
    /** As in template.yaml. */
    private static final Pattern STAGE = Pattern.compile("[a-z][a-z0-9-]{0,19}");

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--stack",
            paramLabel = "STAGE",
            defaultValue = Installation.LOCAL,
            description = "The installation: the Stage of its template, as staging. Without it, the local stack.")
    @SuppressWarnings("NullAway.Init")
    private String stage;

    @Option(names = "--profile", paramLabel = "NAME", description = "The AWS profile. Needs --stack.")
    private @Nullable String profile;

    @Option(names = "--region", paramLabel = "REGION", description = "The AWS region.")
    private @Nullable String region;

    /** What a command does, and its exit code. */
    @FunctionalInterface
    public interface Action {
        int on(Installation installation) throws IOException;
    }

    /**
     * Does something with the installation.
     *
     * @throws IOException in words for the operator, when AWS or the local stack doesn't answer as it should, or has no address
     */
    public int use(Surroundings surroundings, Action action) throws IOException {
        if (!STAGE.matcher(stage).matches()) {
            throw new ParameterException(
                    spec.commandLine(), "--stack takes lower-case letters, digits and hyphens, 20 at most, as staging");
        }
        if (profile != null && stage.equals(Installation.LOCAL)) {
            throw new ParameterException(
                    spec.commandLine(), "--profile is for an installation on AWS: say which with --stack STAGE");
        }
        AwsChoice choice = new AwsChoice(
                stage,
                profile,
                region,
                HttpAddress.ofEnvironment(surroundings.environment()).orElse(null));
        try (Installation installation = new Installation(choice)) {
            return action.on(installation);
        } catch (SdkException fault) {
            throw new IOException(AwsFaults.inWords(fault, choice), fault);
        } catch (RefusedException refused) {
            spec.commandLine().getErr().println("hookwarden: " + refused.getMessage());
            return 1;
        }
    }

    /** Where the answer goes. */
    public PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Tells whoever waits that something still goes on. */
    public Progress progress(Surroundings surroundings) {
        return new Progress(spec.commandLine().getErr(), surroundings.terminal().isWatched());
    }
}
