package dev.hookwarden.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How every command ends: its exit code, and what it says when it can't go on. */
final class Manners {
    /** The command could not run. */
    static final int UNAVAILABLE = 3;

    /** In columns: an example stands on one line. */
    private static final int WIDTH = 110;

    /** What looks like an option, and is too short for a key that begins like one. */
    private static final Pattern OPTION = Pattern.compile("-[a-zA-Z]|--[a-z][a-z-]{0,28}");

    private static final Map<String, String> EXIT_CODES = exitCodes();

    private Manners() {}

    /**
     * Gives them to a command and all below it.
     *
     * @param verbose whether stack traces are wanted, once the command line is read
     */
    static CommandLine taught(CommandLine commandLine, BooleanSupplier verbose) {
        document(commandLine);
        return commandLine
                .setParameterExceptionHandler((error, arguments) -> misunderstood(error))
                .setExecutionExceptionHandler((error, command, result) -> {
                    PrintWriter err = command.getErr();
                    err.println("hookwarden: " + inOneLine(error));
                    if (verbose.getAsBoolean()) {
                        error.printStackTrace(err);
                    }
                    err.flush();
                    return UNAVAILABLE;
                });
    }

    private static void document(CommandLine commandLine) {
        commandLine
                .getCommandSpec()
                .usageMessage()
                .width(WIDTH)
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(EXIT_CODES);
        commandLine.getSubcommands().values().forEach(Manners::document);
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "all is as it should be");
        codes.put("1", "the command ran, and the answer is no: refused, not found, not as it should be");
        codes.put("2", "the command line is wrong");
        codes.put("3", "the command could not run: nothing answers, not allowed, a port is taken");
        codes.put("130", "ended by Ctrl-C");
        return codes;
    }

    /** Faults that somebody has words for say them; what the others say was not written for the person who reads it. */
    private static String inOneLine(Exception error) {
        return error instanceof IOException || error instanceof UncheckedIOException
                ? String.valueOf(error.getMessage())
                : "Something went wrong that nobody expected ("
                        + error.getClass().getSimpleName() + "). --verbose shows where; please report it.";
    }

    private static int misunderstood(ParameterException error) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("hookwarden: " + inOneLine(error));
        if (error instanceof UnmatchedArgumentException unmatched
                && !command.getSubcommands().isEmpty()) {
            unmatched.getSuggestions().stream()
                    .findFirst()
                    .ifPresent(suggestion -> err.println("Did you mean " + suggestion + "?"));
        }
        err.println("./" + command.getCommandSpec().qualifiedName() + " --help shows how it is used.");
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Whoever writes a key where none belongs must not find it in the terminal's history twice. */
    private static String inOneLine(ParameterException error) {
        if (error instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            String unknown = unmatched.getUnmatched().getFirst().split("=", 2)[0];
            return OPTION.matcher(unknown).matches() ? "There is no option " + unknown : "There is no such option";
        }
        return error instanceof UnmatchedArgumentException
                        && error.getCommandLine().getSubcommands().isEmpty()
                ? "There is an argument too many. Keys are typed at a prompt or piped, never an argument."
                : String.valueOf(error.getMessage());
    }
}
