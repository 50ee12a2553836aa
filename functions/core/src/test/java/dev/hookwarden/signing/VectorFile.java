package dev.hookwarden.signing;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser.Feature;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file of test vectors in one of the forms that {@code vectors/README.md} describes. */
record VectorFile(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final List<String> FIELDS =
            List.of("vectors", "testGroups", "schema", "algorithm", "numberOfTests", "scheme", "provider", "tolerance");

    String name() {
        return path.getFileName().toString();
    }

    /**
     * Its vectors, read in the form that its outermost fields show.
     *
     * @throws IllegalArgumentException if any can't be read; the message names it, and says how to mend it
     */
    List<Vector> vectors() {
        VectorField document = new VectorField(name(), "", content());
        if (document.value().isArray()) {
            return WebhookVector.in(new VectorFields(name(), Map.of()), document.elements());
        }
        VectorFields file = VectorFields.of(document, FIELDS);
        List<VectorField> listed = file.only("vectors", "testGroups").elements();
        return file.first("testGroups").isPresent() ? MacVector.in(file, listed) : WebhookVector.in(file, listed);
    }

    private JsonNode content() {
        if (Files.isDirectory(path)) {
            throw unreadable(
                    "is a folder, in which nothing was read; name it as -Dvectors=" + path + ", or take it out");
        }
        try {
            return JSON.readTree(path.toFile());
        } catch (JsonProcessingException malformed) {
            int line = Optional.ofNullable(malformed.getLocation())
                    .map(JsonLocation::getLineNr)
                    .orElse(0);
            throw unreadable("is not one JSON document with each name once, in line " + line + ": "
                    + malformed.getOriginalMessage());
        } catch (IOException unread) {
            throw unreadable("can't be opened; make it a file that can be read: " + unread);
        }
    }

    private IllegalArgumentException unreadable(String problem) {
        return new IllegalArgumentException(name() + " " + problem);
    }

    /** One vector: what it is called, and the check of what it says. */
    interface Vector {
        String name();

        /** Fails, as an assertion does, when our answer is another one. */
        void check();
    }
}
