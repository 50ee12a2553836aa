package dev.hookwarden.cli.keys;

import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.secrets.StagedVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** How versions and ages are written. */
final class Shown {
    private Shown() {}

    static String days(Optional<Duration> age) {
        return age.map(duration -> duration.toDays() + " d").orElse("-");
    }

    /** Each version's short id with its stages. */
    static String versions(KeyState state) {
        return state.versions().isEmpty()
                ? "-"
                : state.versions().stream().map(Shown::version).collect(Collectors.joining(", "));
    }

    static String version(StagedVersion version) {
        return version.shortId() + " " + String.join("+", version.stages());
    }
}
