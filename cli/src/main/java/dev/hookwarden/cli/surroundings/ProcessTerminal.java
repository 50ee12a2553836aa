package dev.hookwarden.cli.surroundings;

import java.io.Console;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The terminal of this process. */
public final class ProcessTerminal implements Terminal {
    /** More than any key has; the rest is left unread, and what is read is too long to be taken for a key. */
    private static final int MOST = 64 * 1024;

    @Override
    public String key(String prompt) throws IOException {
        Optional<Console> console = console();
        if (console.isEmpty()) {
            return piped(System.in);
        }
        char[] typed = console.get().readPassword("%s", prompt);
        if (typed == null) {
            throw new EOFException("No key was typed; nothing was changed");
        }
        return new String(typed);
    }

    /** The text without the one line break that {@code echo} and editors put at its end. */
    public static String piped(InputStream input) throws IOException {
        String text = new String(input.readNBytes(MOST), StandardCharsets.UTF_8);
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public boolean agrees(String question) {
        return console()
                .map(console -> console.readLine("%s [y/N] ", question))
                .map(answer -> answer.strip().toLowerCase(Locale.ROOT))
                .filter(answer -> answer.equals("y") || answer.equals("yes"))
                .isPresent();
    }

    @Override
    public boolean isWatched() {
        return console().isPresent();
    }

    /** There is a console even when input is piped; then it is no terminal. */
    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
