package dev.hookwarden.cli.installation;

import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an address, and doesn't quote what is none: it may hold a password. */
public final class AddressConverter implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException none) {
            throw new TypeConversionException("it takes an address, as http://127.0.0.1:3000");
        }
    }
}
