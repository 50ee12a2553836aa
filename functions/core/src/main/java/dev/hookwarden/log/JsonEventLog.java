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

    private static final int ROOM_TO_END = "}\n".length();

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
            json.flush();
            int room = MAX_LINE - bytes.size() - ROOM_TO_END;
            for (Map.Entry<String, String> field : JsonFields.of(line, room).entrySet()) {
                json.writeFieldName(field.getKey());
                json.writeRawValue(field.getValue());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }
}
