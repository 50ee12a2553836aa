package dev.hookwarden.log;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hookwarden.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;

/** Writes each line as one JSON object of at most {@value #MAX_LINE} bytes; a field that would make it longer is left out, and said so. */
public final class JsonEventLog implements EventLog {
    /** Includes the line break. */
    static final int MAX_LINE = 4096;

    private static final int ROOM_TO_END = "\"truncated\":true}\n".length() + 1;

    private final PrintStream out;
    private final InstantSource clock;

    public JsonEventLog(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void write(LogLine line) {
        byte[] bytes = render(line);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    private byte[] render(LogLine line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("timestamp", clock.instant().toString());
            json.writeStringField("level", line.event().level().name());
            json.writeStringField("event", line.event().wireName());
            boolean truncated = false;
            for (Map.Entry<String, Object> field : line.fields().entrySet()) {
                json.flush();
                if (bytes.size() + length(field) + ROOM_TO_END > MAX_LINE) {
                    truncated = true;
                } else {
                    writeField(json, field);
                }
            }
            if (truncated) {
                json.writeBooleanField("truncated", true);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static int length(Map.Entry<String, Object> field) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            writeField(json, field);
            json.writeEndObject();
        }
        return bytes.size();
    }

    private static void writeField(JsonGenerator json, Map.Entry<String, Object> field) throws IOException {
        json.writeFieldName(field.getKey());
        switch (field.getValue()) {
            case Long number -> json.writeNumber(number);
            case Map<?, ?> texts -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> text : texts.entrySet()) {
                    json.writeStringField(String.valueOf(text.getKey()), String.valueOf(text.getValue()));
                }
                json.writeEndObject();
            }
            default -> json.writeString(String.valueOf(field.getValue()));
        }
    }
}
