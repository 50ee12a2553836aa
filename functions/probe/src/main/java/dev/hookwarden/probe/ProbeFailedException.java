package dev.hookwarden.probe;

import java.util.List;
import java.util.stream.Collectors;

/** Some of a run's checks failed through a fault of ours or of AWS; the log has a line on each. */
public final class ProbeFailedException extends RuntimeException {
    ProbeFailedException(List<Check> failed) {
        super("Failed: "
                + failed.stream()
                        .map(check -> check.name() + " of " + check.subject())
                        .collect(Collectors.joining(", ")));
    }
}
