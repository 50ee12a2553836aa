package dev.hookwarden.explain;

import dev.hookwarden.http.Headers;
import dev.hookwarden.log.ShownHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How times, spans and strangers' headers are written. */
final class Words {
    private Words() {}

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The two largest units, as {@code 3 h 12 min}. */
    static String span(Duration span) {
        Duration length = span.abs();
        String units = Stream.of(
                        unit(length.toDays(), "d"),
                        unit(length.toHoursPart(), "h"),
                        unit(length.toMinutesPart(), "min"),
                        unit(length.toSecondsPart(), "s"))
                .dropWhile(String::isEmpty)
                .limit(2)
                .filter(unit -> !unit.isEmpty())
                .collect(Collectors.joining(" "));
        return units.isEmpty() ? "0 s" : units;
    }

    private static String unit(long count, String name) {
        return count == 0 ? "" : count + " " + name;
    }

    /** The header's name with its length and fingerprint, as logs show it. */
    static String header(Headers headers, String name) {
        Map<String, String> shown = ShownHeaders.of(Headers.of(Map.of(name, String.join(", ", headers.all(name)))));
        return shown.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining());
    }

    /** A stranger's name of a header, cut and without control characters. */
    static String name(String header) {
        return String.join("", ShownHeaders.of(Headers.of(Map.of(header, ""))).keySet());
    }
}
