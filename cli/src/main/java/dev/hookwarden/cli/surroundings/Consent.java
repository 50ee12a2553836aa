package dev.hookwarden.cli.surroundings;

import picocli.CommandLine.Option;

/** The option of commands that ask before they do what can't be undone. */
public final class Consent {
    @Option(names = "--yes", description = "Don't ask.")
    private boolean yes;

    /** Whether it may be done: said beforehand, or answered now. */
    public boolean to(String question, Surroundings surroundings) {
        return yes || surroundings.terminal().agrees(question);
    }
}
