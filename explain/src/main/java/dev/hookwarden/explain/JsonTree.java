package dev.hookwarden.explain;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.hookwarden.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value with what writing it again would otherwise lose: the order of fields, repeated ones, and numbers as they were written. */
sealed interface JsonTree {
    /** A number, true, false or null. */
    record Literal(String text) implements JsonTree {}

    record Text(String text) implements JsonTree {}

    record Items(List<JsonTree> items) implements JsonTree {}

    record Fields(List<Map.Entry<String, JsonTree>> fields) implements JsonTree {}

    /** The value, or empty unless the text is exactly one. */
    static Optional<JsonTree> of(String text) {
        if (!Json.isOneValue(text)) {
            return Optional.empty();
        }
        try (JsonParser parser = Json.FACTORY.createParser(text)) {
            parser.nextToken();
            return Optional.of(read(parser));
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    private static JsonTree read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> new Text(parser.getText());
            default -> new Literal(parser.getText());
        };
    }

    private static JsonTree fields(JsonParser parser) throws IOException {
        List<Map.Entry<String, JsonTree>> fields = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.add(Map.entry(name, read(parser)));
        }
        return new Fields(fields);
    }

    private static JsonTree items(JsonParser parser) throws IOException {
        List<JsonTree> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(parser));
        }
        return new Items(items);
    }
}
