package dev.hookwarden.cli.surroundings;

import java.io.IOException;

/** The person at the keyboard, or the program in their place. */
public interface Terminal {
    /**
     * Reads a key: from a prompt without echo, or from standard input when that is no terminal.
     *
     * @throws IOException if there is nothing to read from
     */
    String key(String prompt) throws IOException;

    /** Whether the answer to the question is yes. Without a terminal nobody can be asked, and it is no. */
    boolean agrees(String question);

    /** Whether a person looks at it. */
    boolean isWatched();
}
