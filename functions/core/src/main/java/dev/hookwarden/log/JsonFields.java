package dev.hookwarden.log;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hookwarden.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A line's fields as JSON in ASCII: whoever writes the line adds what stands before and behind them. */
public final class JsonFields {
    private static final String TRUNCATED = "truncated";

    /** A comma, the quotes around the name, and a colon. */
    private static final int PUNCTUATION = 4;

    private static final int ROOM_TO_SAY_SO = TRUNCATED.length() + "true".length() + PUNCTUATION;

    private JsonFields() {}

    /**
     * The fields' values by name, in their order. A field that doesn't fit any more is left out, and {@code truncated} says so.
     *
     * @param room how many bytes they may take, names and punctuation included
     */
    public static Map<String, String> of(LogLine line, int room) {
        Map<String, String> fields = new LinkedHashMap<>();
        int left = room - ROOM_TO_SAY_SO;
        boolean truncated = false;
        for (Map.Entry<String, Object> field : line.fields().entrySet()) {
            String value = json(field.getValue());
            int length = field.getKey().length() + value.length() + PUNCTUATION;
            if (length > left) {
                truncated = true;
            } else {
                fields.put(field.getKey(), value);
                left -= length;
            }
        }
        if (truncated) {
            fields.put(TRUNCATED, "true");
        }
        return Collections.unmodifiableMap(fields);
    }

    private static String json(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
            switch (value) {
                case Long number -> json.writeNumber(number);
                case Map<?, ?> texts -> {
                    json.writeStartObject();
                    for (Map.Entry<?, ?> entry : texts.entrySet()) {
                        json.writeStringField(String.valueOf(entry.getKey()), String.valueOf(entry.getValue()));
                    }
                    json.writeEndObject();
                }
                default -> json.writeString(String.valueOf(value));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return text.toString();
    }
}
