package dev.hookwarden.cli.crash;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a stack serves. */
record Running(URI api, URI aws) {
    private static final Pattern READY = Pattern.compile("ready api=(\\S+) aws=(\\S+) console=\\S+");

    /** Reads the line that a stack prints when it serves. */
    static Running from(String line) {
        Matcher ready = READY.matcher(line);
        if (!ready.matches()) {
            throw new IllegalStateException("The stack said instead that it is ready: " + line);
        }
        return new Running(URI.create(ready.group(1)), URI.create(ready.group(2)));
    }
}
