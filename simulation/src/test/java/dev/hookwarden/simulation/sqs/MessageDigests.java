package dev.hookwarden.simulation.sqs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/**
 * The MD5s by which the SDK checks SQS's answers
 * (docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html).
 */
final class MessageDigests {
    private static final byte TEXT = 1;

    private MessageDigests() {}

    static String ofBody(String body) {
        return HexFormat.of().formatHex(md5().digest(bytes(body)));
    }

    /** Of attributes that are all of type String. */
    static String ofTexts(SortedMap<String, String> attributes) {
        MessageDigest md5 = md5();
        attributes.forEach((name, value) -> {
            add(md5, name);
            add(md5, "String");
            md5.update(TEXT);
            add(md5, value);
        });
        return HexFormat.of().formatHex(md5.digest());
    }

    private static void add(MessageDigest md5, String text) {
        byte[] bytes = bytes(text);
        md5.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        md5.update(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java runtime has MD5", missing);
        }
    }
}
