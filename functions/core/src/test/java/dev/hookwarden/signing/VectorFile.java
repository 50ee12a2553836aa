package dev.hookwarden.signing;

import com.fasterxml.jackson.core.JsonParser.Feature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file of test vectors in one of the forms that {@code vectors/README.md} describes. */
record VectorFile(Path path, JsonNode content) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(Feature.STRICT_DUPLICATE_DETECTION);

    /** Every {@code *.json} of the folder, in the order of their names. */
    static List<VectorFile> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<VectorFile> found = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(VectorFile::read)
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("There is no *.json in " + folder);
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("-Dvectors must name a folder", unreadable);
        }
    }

    private static VectorFile read(Path file) {
        try {
            return new VectorFile(file, JSON.readTree(file.toFile()));
        } catch (IOException malformed) {
            throw new UncheckedIOException(file + " is not JSON", malformed);
        }
    }

    /** Its vectors, read in the form that its outermost fields show. */
    List<Vector> vectors() {
        try {
            List<Vector> vectors = read().toList();
            if (vectors.isEmpty()) {
                throw new IllegalArgumentException("no vectors in it");
            }
            return vectors;
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(path + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private Stream<Vector> read() {
        if (content.has("testGroups")) {
            return MacVector.in(content).map(Vector.class::cast);
        }
        JsonNode listed = content.isArray() ? content : content.path("vectors");
        if (listed.isArray() && !listed.isEmpty()) {
            return WebhookVector.in(content, listed).map(Vector.class::cast);
        }
        throw new IllegalArgumentException("neither testGroups nor vectors; vectors/README.md shows the forms");
    }

    /** One vector: what it is called, and the check of what it says. */
    interface Vector {
        String name();

        /** Fails, as an assertion does, when our answer is another one. */
        void check();
    }
}
