package dev.hookwarden.cli.output;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How moments are written: in UTC, to the second. */
public final class Times {
    private Times() {}

    /** The moment, or a dash. */
    public static String shown(Optional<Instant> at) {
        return at.map(Times::shown).orElse("-");
    }

    public static String shown(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
