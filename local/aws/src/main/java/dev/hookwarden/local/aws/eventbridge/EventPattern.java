package dev.hookwarden.local.aws.eventbridge;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hookwarden.local.aws.AwsError;
import java.util.Set;
import java.util.TreeSet;

/**
 * An event pattern that lists the sources or detail types that match; the stand-in knows no other.
 *
 * @param sources what an event's source must be one of; empty when the pattern doesn't say
 * @param detailTypes the same for its detail type
 */
record EventPattern(Set<String> sources, Set<String> detailTypes) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Reads a pattern; {@code InvalidEventPatternException} when it is none. */
    static EventPattern read(String text) {
        JsonNode pattern = parsed(text);
        if (!pattern.isObject() || pattern.isEmpty()) {
            throw invalid("it is no JSON object with a field");
        }
        pattern.fieldNames().forEachRemaining(name -> {
            if (!Set.of("source", "detail-type").contains(name)) {
                throw AwsError.unsupported("the event pattern's field " + name);
            }
        });
        return new EventPattern(texts(pattern, "source"), texts(pattern, "detail-type"));
    }

    boolean matches(PutEvent event) {
        return (sources.isEmpty() || sources.contains(event.source()))
                && (detailTypes.isEmpty() || detailTypes.contains(event.detailType()));
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException malformed) {
            throw invalid("it is no JSON");
        }
    }

    private static Set<String> texts(JsonNode pattern, String name) {
        Set<String> texts = new TreeSet<>();
        if (pattern.has(name)) {
            JsonNode values = pattern.get(name);
            if (!values.isArray() || values.isEmpty()) {
                throw invalid("\"" + name + "\" must be an object or an array");
            }
            for (JsonNode value : values) {
                if (!value.isTextual()) {
                    throw AwsError.unsupported("an event pattern with anything but texts");
                }
                texts.add(value.textValue());
            }
        }
        return texts;
    }

    private static AwsError invalid(String reason) {
        return AwsError.refused("InvalidEventPatternException", "Event pattern is not valid. Reason: " + reason);
    }
}
