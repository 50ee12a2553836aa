package dev.hookwarden.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Facts as JSON, for programs. */
public final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonText() {}

    /** Maps, lists, texts, numbers and truths, over several lines. */
    public static String of(Object facts) {
        return written(MAPPER.writerWithDefaultPrettyPrinter(), facts);
    }

    /** The same on one line, where facts come one after the other. */
    public static String line(Object facts) {
        return written(MAPPER.writer(), facts);
    }

    private static String written(ObjectWriter writer, Object facts) {
        try {
            return writer.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
