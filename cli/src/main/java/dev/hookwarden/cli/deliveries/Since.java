package dev.hookwarden.cli.deliveries;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads a moment: in ISO 8601, as a day in UTC, or as how long ago. */
public final class Since {
    private Since() {}

    /**
     * The moment that the option {@code --since} names.
     *
     * @throws ParameterException when the text is none of these
     */
    public static Instant of(String text, Instant now, CommandSpec spec) {
        return read(text, now)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--since takes 2026-11-22T03:00:00Z, 2026-11-22 or P7D"));
    }

    private static Optional<Instant> read(String text, Instant now) {
        List<Function<String, Instant>> forms = List.of(
                Instant::parse,
                day -> LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC),
                ago -> now.minus(Duration.parse(ago)));
        return forms.stream().flatMap(form -> read(text, form).stream()).findFirst();
    }

    private static Optional<Instant> read(String text, Function<String, Instant> form) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException | ArithmeticException anotherFormOrOutOfRange) {
            return Optional.empty();
        }
    }
}
