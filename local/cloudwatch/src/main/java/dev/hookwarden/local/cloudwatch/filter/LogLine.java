package dev.hookwarden.local.cloudwatch.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.regex.Pattern;

/** One log event's message, taken apart once for however many filters look at it. Its text form leaves the message out. */
public final class LogLine {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern WORD = Pattern.compile("\\[([^\\]]*)]|\"([^\"]*)\"|(\\S+)");

    private final String message;
    private final JsonNode json;

    /** Holds a message, as it was logged. */
    public LogLine(String message) {
        this.message = message;
        this.json = message.stripLeading().startsWith("{") ? parse(message) : MissingNode.getInstance();
    }

    String message() {
        return message;
    }

    /** The message as a JSON object; a missing node when it is none. */
    JsonNode json() {
        return json;
    }

    /** The fields that spaces delimit; one field is what stands in square brackets or in double quotation marks. */
    List<String> words() {
        return WORD.matcher(message)
                .results()
                .map(word ->
                        word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3))
                .toList();
    }

    private static JsonNode parse(String message) {
        try {
            return JSON.readTree(message);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
