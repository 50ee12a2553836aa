package dev.hookwarden.local.aws.journal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One JSON object a line: {@code {"key": .., "value": ..}}, without a value when the key is forgotten. A change is handed to the operating
 * system before it counts: the end of the process doesn't take it back, a power failure may. A last line that was cut off belongs to a change
 * that nobody was told of, and is left out.
 */
final class JournalFile implements Journal {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path path;
    private OutputStream out = OutputStream.nullOutputStream();

    JournalFile(Path path) {
        this.path = path;
    }

    @Override
    public synchronized Map<String, JsonNode> load() {
        try {
            byte[] content = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
            Map<String, JsonNode> kept = new LinkedHashMap<>();
            int begin = 0;
            int lines = 0;
            for (int at = 0; at < content.length; at++) {
                if (content[at] == '\n') {
                    take(content, begin, at, kept);
                    begin = at + 1;
                    lines++;
                }
            }
            boolean cutOff = begin < content.length;
            if (cutOff || lines == 0 || lines > kept.size()) {
                WholeFile.replace(path, linesOf(kept));
            }
            // Not a channel: an interrupt of the writing thread would close it.
            out = new FileOutputStream(path.toFile(), true);
            return kept;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read " + path + "; delete it to start anew", unreadable);
        }
    }

    private static void take(byte[] content, int begin, int end, Map<String, JsonNode> kept) throws IOException {
        JsonNode line = parsed(content, begin, end);
        JsonNode value = line.get("value");
        if (value == null) {
            kept.remove(line.path("key").asText());
        } else {
            kept.put(line.path("key").asText(), value);
        }
    }

    private static JsonNode parsed(byte[] content, int begin, int end) throws IOException {
        try {
            return JSON.readTree(content, begin, end - begin);
        } catch (JacksonException damaged) {
            // Its message may quote the line.
            throw new IOException("It is damaged at byte " + begin);
        }
    }

    private static byte[] linesOf(Map<String, JsonNode> kept) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Map.Entry<String, JsonNode> entry : kept.entrySet()) {
            lines.write(bytes(line(entry.getKey()).set("value", entry.getValue())));
        }
        return lines.toByteArray();
    }

    private static ObjectNode line(String key) {
        return JSON.createObjectNode().put("key", key);
    }

    private static byte[] bytes(JsonNode line) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(JSON.writeValueAsBytes(line));
        bytes.write('\n');
        return bytes.toByteArray();
    }

    @Override
    public void put(String key, JsonNode value) {
        append(line(key).set("value", value));
    }

    @Override
    public void remove(String key) {
        append(line(key));
    }

    private synchronized void append(JsonNode line) {
        try {
            out.write(bytes(line));
        } catch (IOException unwritable) {
            // What was written may be half a line: nothing must come after it.
            close();
            throw new UncheckedIOException("Can't write the journal " + path.getFileName(), unwritable);
        }
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException("Can't close the journal " + path.getFileName(), unclosed);
        }
    }
}
