package dev.hookwarden.cli;

import dev.hookwarden.cli.deliveries.DeliveriesCommand;
import dev.hookwarden.cli.keys.ExplainCommand;
import dev.hookwarden.cli.keys.KeysCommand;
import dev.hookwarden.cli.listen.ListenCommand;
import dev.hookwarden.cli.surroundings.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code hookwarden}. */
@Command(
        name = "hookwarden",
        description = "Receives webhooks safely, and keeps and rotates the keys behind them.",
        mixinStandardHelpOptions = true,
        version = "hookwarden 0.1.0",
        subcommands = {DemoCommand.class, LocalCommand.class, CompletionCommand.class},
        footer = {
            "",
            "Examples:",
            "  hookwarden demo",
            "  hookwarden local",
            "  hookwarden send zenoo",
            "  hookwarden keys list --stack staging --profile keys"
        })
public final class Hookwarden implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--verbose",
            description = "Show the stack trace of an error.",
            scope = CommandLine.ScopeType.INHERIT)
    private boolean verbose;

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, ready to be executed. */
    static CommandLine commandLine() {
        return commandLine(Surroundings.ofProcess());
    }

    static CommandLine commandLine(Surroundings surroundings) {
        Hookwarden root = new Hookwarden();
        return Manners.taught(
                new CommandLine(root)
                        .addSubcommand(SendCommand.in(surroundings))
                        .addSubcommand(ExplainCommand.in(surroundings))
                        .addSubcommand(KeysCommand.in(surroundings))
                        .addSubcommand(DeliveriesCommand.in(surroundings))
                        .addSubcommand(ListenCommand.in(surroundings)),
                () -> root.verbose);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do: completion, deliveries, demo, explain, keys, listen, local or send");
    }
}
