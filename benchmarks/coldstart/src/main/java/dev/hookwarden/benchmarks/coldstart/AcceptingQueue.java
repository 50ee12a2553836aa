package dev.hookwarden.benchmarks.coldstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.AwsService;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * SQS that takes every message and keeps none: a real queue's own work would be measured with each delivery. It answers with the digests that
 * clients check (docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html).
 */
final class AcceptingQueue implements AwsService {
    private static final byte TEXT = 1;

    @Override
    public ObjectNode answer(String action, ObjectNode input) {
        if (!action.equals("SendMessage")) {
            throw AwsError.unsupported(action);
        }
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("MessageId", "00000000-0000-4000-8000-000000000000")
                .put("MD5OfMessageBody", hex(md5().digest(bytes(input.path("MessageBody")))));
        JsonNode attributes = input.path("MessageAttributes");
        return attributes.isEmpty() ? answer : answer.put("MD5OfMessageAttributes", digestOf(attributes));
    }

    private static String digestOf(JsonNode attributes) {
        MessageDigest digest = md5();
        Map<String, JsonNode> sorted = new TreeMap<>();
        attributes.properties().forEach(attribute -> sorted.put(attribute.getKey(), attribute.getValue()));
        sorted.forEach((name, attribute) -> {
            add(digest, name.getBytes(StandardCharsets.UTF_8));
            add(digest, bytes(attribute.path("DataType")));
            digest.update(TEXT);
            add(digest, bytes(attribute.path("StringValue")));
        });
        return hex(digest.digest());
    }

    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    private static byte[] bytes(JsonNode text) {
        return text.textValue().getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java runtime has MD5", missing);
        }
    }
}
