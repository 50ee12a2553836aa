package dev.hookwarden.cli.installation;

import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment in ISO 8601, in UTC. */
public final class InstantConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException otherForm) {
            throw new TypeConversionException("it takes a moment in UTC, as 2026-11-22T03:00:00Z");
        }
    }
}
