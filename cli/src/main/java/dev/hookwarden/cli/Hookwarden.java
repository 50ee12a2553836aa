package dev.hookwarden.cli;

import dev.hookwarden.cli.keys.ExplainCommand;
import dev.hookwarden.cli.keys.KeysCommand;
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
        subcommands = {DemoCommand.class, LocalCommand.class, SendCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is as it should be",
            "1:the command ran, and the answer is no: refused, not found, not as it should be",
            "2:the command line is wrong",
            "3:the command could not run: nothing answers, no JDK, a port is taken"
        })
public final class Hookwarden implements Runnable {
    /** The command could not run. */
    static final int UNAVAILABLE = 3;

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

    /** The command line, ready to be executed; an error that nobody expected is said in one line. */
    static CommandLine commandLine() {
        Hookwarden root = new Hookwarden();
        CommandLine commandLine =
                new CommandLine(root).addSubcommand(ExplainCommand.ofProcess()).addSubcommand(KeysCommand.ofProcess());
        return commandLine.setExecutionExceptionHandler((error, command, result) -> {
            command.getErr().println("hookwarden: " + error.getMessage());
            if (root.verbose) {
                error.printStackTrace(command.getErr());
            }
            return UNAVAILABLE;
        });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: demo, explain, keys, local or send");
    }
}
