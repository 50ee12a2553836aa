package dev.hookwarden.cli.installation;

import java.time.DateTimeException;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long to wait in ISO 8601: not less than nothing, and not longer than a year. */
public final class WaitConverter implements ITypeConverter<Duration> {
    private static final Duration LONGEST = Duration.ofDays(365);

    @Override
    public Duration convert(String text) {
        try {
            Duration wait = Duration.parse(text);
            if (!wait.isNegative() && wait.compareTo(LONGEST) <= 0) {
                return wait;
            }
        } catch (DateTimeException otherForm) {
            // Said below.
        }
        throw new TypeConversionException("it takes how long, as PT2M for two minutes or PT1H30M");
    }
}
