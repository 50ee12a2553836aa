package dev.hookwarden.local.providers;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.hookwarden.local.aws.journal.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API keys that the simulated providers take, by provider; in a file when they shall outlive the process. */
final class AliveKeys {
    private final Optional<Path> file;
    private final Map<String, List<IssuedKey>> keys;

    AliveKeys(Optional<Path> file) {
        this.file = file;
        this.keys = file.filter(Files::exists).map(AliveKeys::read).orElseGet(LinkedHashMap::new);
    }

    private static Map<String, List<IssuedKey>> read(Path file) {
        try {
            return ApiAnswer.MAPPER.readValue(
                    file.toFile(), new TypeReference<LinkedHashMap<String, List<IssuedKey>>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read " + file + "; delete it to start anew", unreadable);
        }
    }

    synchronized Optional<IssuedKey> find(String provider, String key) {
        return of(provider).stream().filter(alive -> alive.key().equals(key)).findFirst();
    }

    synchronized void add(String provider, IssuedKey key) {
        of(provider).add(key);
        write();
    }

    /** Leaves the provider this key alone. */
    synchronized void replaceAll(String provider, IssuedKey key) {
        of(provider).clear();
        add(provider, key);
    }

    /** Whether there was such a key. */
    synchronized boolean remove(String provider, String key) {
        boolean removed = of(provider).removeIf(alive -> alive.key().equals(key));
        write();
        return removed;
    }

    private List<IssuedKey> of(String provider) {
        return keys.computeIfAbsent(provider, id -> new ArrayList<>());
    }

    private void write() {
        file.ifPresent(path -> {
            try {
                WholeFile.replace(path, ApiAnswer.MAPPER.writeValueAsBytes(keys));
            } catch (IOException unwritable) {
                throw new UncheckedIOException("Can't write " + path, unwritable);
            }
        });
    }
}
