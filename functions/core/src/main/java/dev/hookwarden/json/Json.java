package dev.hookwarden.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads JSON that somebody else wrote: nesting at most {@value #MAX_DEPTH}, strings at most {@value #MAX_STRING} characters. */
public final class Json {
    /** Deeper documents are not read: a parser's stack is not the sender's to use. */
    public static final int MAX_DEPTH = 64;

    /** API Gateway lets 10 MB through and Lambda 6 MB, so no body that reaches a function is longer. */
    public static final int MAX_STRING = 10 * 1024 * 1024;

    /** The one factory. Field names are not pooled, so that strangers can't fill a table that outlives the call. */
    public static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private Json() {}

    /** Whether the text is exactly one JSON value, within the bounds of this class. */
    public static boolean isOneValue(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException malformed) {
            return false;
        }
    }

    /**
     * The texts and whole numbers of the outermost object that are asked for, as text. A field that stands there twice is left out, since readers differ in
     * which of the two they take. Empty when the text is no JSON object.
     */
    public static Map<String, String> topLevelText(String text, Set<String> names) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? fieldsOf(parser, names) : Map.of();
        } catch (IOException malformed) {
            return Map.of();
        }
    }

    /**
     * The text that stands in this field of the outermost object, or of the object in its field {@code parent}; the outermost one's comes
     * first. Empty when there is none, or the text is no JSON.
     */
    public static Optional<String> textIn(String text, String parent, String name) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? textIn(parser, parent, name) : Optional.empty();
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> textIn(JsonParser parser, String parent, String name) throws IOException {
        Optional<String> own = Optional.empty();
        Optional<String> nested = Optional.empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals(name) && value == JsonToken.VALUE_STRING) {
                own = Optional.of(parser.getText());
            } else if (field.equals(parent) && value == JsonToken.START_OBJECT) {
                nested = textIn(parser, "", name);
            }
            parser.skipChildren();
        }
        return own.isPresent() ? own : nested;
    }

    private static Map<String, String> fieldsOf(JsonParser parser, Set<String> names) throws IOException {
        Map<String, String> found = new HashMap<>();
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (names.contains(name)) {
                boolean first = seen.add(name);
                if (first && (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT)) {
                    found.put(name, parser.getText());
                } else {
                    found.remove(name);
                }
            }
            parser.skipChildren();
        }
        return parser.nextToken() == null ? Map.copyOf(found) : Map.of();
    }
}
