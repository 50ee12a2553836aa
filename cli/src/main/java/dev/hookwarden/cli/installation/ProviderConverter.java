package dev.hookwarden.cli.installation;

import dev.hookwarden.provider.Provider;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a provider's id, and names the ids that there are. */
public final class ProviderConverter implements ITypeConverter<Provider>, Iterable<String> {
    @Override
    public Provider convert(String id) {
        return Provider.withId(id)
                .orElseThrow(() ->
                        new TypeConversionException("there is no such provider; there are " + String.join(", ", this)));
    }

    @Override
    public Iterator<String> iterator() {
        return Provider.ALL.stream().map(Provider::id).iterator();
    }
}
