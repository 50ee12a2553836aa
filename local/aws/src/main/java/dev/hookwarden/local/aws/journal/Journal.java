package dev.hookwarden.local.aws.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;

/** A map whose every change outlives the process, or one that keeps nothing. */
public interface Journal extends AutoCloseable {

    /**
     * What is kept, in the order in which it was first put. To be called once, before the first change.
     *
     * @throws java.io.UncheckedIOException when it can't be read
     */
    Map<String, JsonNode> load();

    /**
     * Keeps a value in place of the one before, if there was one.
     *
     * @throws java.io.UncheckedIOException when it isn't kept; nothing more is kept then
     */
    void put(String key, JsonNode value);

    /**
     * Forgets a value, if there is one.
     *
     * @throws java.io.UncheckedIOException when that isn't kept; nothing more is kept then
     */
    void remove(String key);

    /** Lets go of the file. */
    @Override
    void close();

    /** Changes are lines of this file, which only its owner may read. */
    static Journal in(Path file) {
        return new JournalFile(file);
    }

    /** Keeps nothing. */
    static Journal none() {
        return new NoJournal();
    }
}
