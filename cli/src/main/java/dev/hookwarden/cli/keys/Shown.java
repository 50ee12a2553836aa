package dev.hookwarden.cli.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.secrets.StagedVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;

/** How states, times and ages are written. */
final class Shown {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Shown() {}

    static String time(Optional<Instant> at) {
        return at.map(Shown::time).orElse("-");
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

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

    static String json(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
