package dev.hookwarden.benchmarks.coldstart;

import java.nio.file.Path;

/** Reads the command line, or ends with a line on standard error and code 2. {@code benchmarks/cold-start} runs it from its source, before any build. */
final class CommandLine {
    private static final int WRONG_USE = 2;

    private CommandLine() {}

    /** Only reads it. */
    static void main(String[] arguments) {
        read(arguments);
    }

    /** Paths in it count from where the caller of the script stands. */
    static Options read(String... arguments) {
        try {
            return Options.of(Path.of(System.getProperty("hookwarden.caller")), arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG_USE);
            throw wrong;
        }
    }
}
