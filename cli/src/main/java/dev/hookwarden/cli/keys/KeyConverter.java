package dev.hookwarden.cli.keys;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a key's name, as {@code zenoo/signing-key}, and gives the names that there are. */
final class KeyConverter implements ITypeConverter<ProviderKey>, Iterable<String> {
    static List<ProviderKey> all() {
        return Provider.ALL.stream()
                .flatMap(provider -> provider.keys().stream())
                .toList();
    }

    @Override
    public ProviderKey convert(String id) {
        return all().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException("there is no such key; there are " + String.join(", ", this)));
    }

    @Override
    public Iterator<String> iterator() {
        return all().stream().map(ProviderKey::id).iterator();
    }
}
