package dev.hookwarden.local.aws.secretsmanager;

import dev.hookwarden.local.aws.journal.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Secrets in one file, replaced as a whole. It holds secret values in the clear, so only its owner may read it. */
record StateFile(Path path) implements StateKeeper {

    @Override
    public Map<String, Secret> load() {
        try {
            return Files.exists(path) ? StateJson.read(Files.readAllBytes(path)) : Map.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "Can't read " + path + "; delete it to start anew, with other keys", unreadable);
        }
    }

    @Override
    public void save(List<Secret> secrets) {
        try {
            WholeFile.replace(path, StateJson.bytes(secrets));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the state file " + path.getFileName(), e);
        }
    }
}
