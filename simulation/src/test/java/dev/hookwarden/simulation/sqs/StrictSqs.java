package dev.hookwarden.simulation.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsActions;
import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.AwsInput;
import dev.hookwarden.local.aws.AwsService;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * SendMessage, refusing what SQS refuses: more than 1 MiB with the attributes, more than ten of these, an empty body, and characters that
 * XML 1.0 has no form for.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SendMessage</a>
 */
public final class StrictSqs implements AwsService {
    static final int MAX_BYTES = 1_048_576;
    private static final int MAX_ATTRIBUTES = 10;

    private final String queueUrl;
    private final Queue queue;
    private final BiConsumer<String, Map<String, String>> listener;
    private final AwsActions actions =
            new AwsActions().with("SendMessage", Set.of("QueueUrl", "MessageBody", "MessageAttributes"), this::send);

    /** @param listener is told the body and the attributes of every message that is stored */
    public StrictSqs(String queueUrl, Queue queue, BiConsumer<String, Map<String, String>> listener) {
        this.queueUrl = queueUrl;
        this.queue = queue;
        this.listener = listener;
    }

    @Override
    public ObjectNode answer(String action, ObjectNode input) {
        return actions.answer(action, input);
    }

    private ObjectNode send(AwsInput input) {
        if (!input.requiredText("QueueUrl").equals(queueUrl)) {
            throw AwsError.refused("QueueDoesNotExist", "The specified queue does not exist.");
        }
        String body = input.text("MessageBody", "");
        Map<String, String> attributes = attributes(input.object("MessageAttributes"));
        check(body, attributes);
        String id = queue.send(body, attributes);
        listener.accept(body, attributes);
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("MessageId", id)
                .put("MD5OfMessageBody", MessageDigests.ofBody(body));
        return attributes.isEmpty()
                ? answer
                : answer.put("MD5OfMessageAttributes", MessageDigests.ofTexts(new TreeMap<>(attributes)));
    }

    private static Map<String, String> attributes(AwsInput input) {
        Map<String, String> attributes = new TreeMap<>();
        for (Map.Entry<String, JsonNode> attribute : input.json().properties()) {
            AwsInput value = input.object(attribute.getKey());
            value.allowOnly(Set.of("DataType", "StringValue"));
            String text = value.text("StringValue", "");
            if (!value.requiredText("DataType").equals("String") || text.isEmpty()) {
                throw AwsError.refused(
                        "InvalidParameterValue",
                        "The message attribute '" + attribute.getKey() + "' must contain non-empty text.");
            }
            attributes.put(attribute.getKey(), text);
        }
        return attributes;
    }

    private static void check(String body, Map<String, String> attributes) {
        if (body.isEmpty()) {
            throw AwsError.refused("MissingParameter", "The request must contain the parameter MessageBody.");
        }
        if (attributes.size() > MAX_ATTRIBUTES) {
            throw AwsError.refused(
                    "InvalidParameterValue", "Number of message attributes exceeds the allowed maximum.");
        }
        int bytes = bytes(body);
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            if (!attribute.getKey().matches("[A-Za-z0-9_-]{1,256}")) {
                throw AwsError.refused("InvalidParameterValue", "Invalid message attribute name.");
            }
            checkCharacters(attribute.getValue());
            bytes += bytes(attribute.getKey()) + "String".length() + bytes(attribute.getValue());
        }
        checkCharacters(body);
        if (bytes > MAX_BYTES) {
            throw AwsError.refused(
                    "InvalidParameterValue",
                    "One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.");
        }
    }

    private static void checkCharacters(String text) {
        boolean allowed = text.codePoints()
                .allMatch(point -> point == '\t'
                        || point == '\n'
                        || point == '\r'
                        || (point >= 0x20 && point <= 0xD7FF)
                        || (point >= 0xE000 && point <= 0xFFFD)
                        || point >= 0x10000);
        if (!allowed) {
            throw AwsError.refused(
                    "InvalidMessageContents", "The message contains characters outside the allowed set.");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
