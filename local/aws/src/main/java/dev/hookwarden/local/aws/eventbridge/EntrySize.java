package dev.hookwarden.local.aws.eventbridge;

import dev.hookwarden.local.aws.AwsInput;
import java.nio.charset.StandardCharsets;

/**
 * The size of entries as EventBridge counts it: 14 bytes for a time, UTF-8 for source, detail type, detail and
 * resources.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/calculate-putevents-entry-size.html">Entry
 *     size</a>
 */
final class EntrySize {
    /**
     * 1 MB since January 2026, 256 KB before
     * (<a href="https://aws.amazon.com/blogs/compute/more-room-to-build-serverless-services-now-support-payloads-up-to-1-mb">
     * AWS Compute Blog</a>); the pages on PutEvents itself still say 256 KB.
     */
    static final int MAX_TOTAL = 1_048_576;

    private static final int TIME = 14;

    private EntrySize() {}

    static int of(AwsInput entry) {
        int size = entry.has("Time") ? TIME : 0;
        size += bytes(entry.text("Source", ""));
        size += bytes(entry.text("DetailType", ""));
        size += bytes(entry.text("Detail", ""));
        return size
                + entry.texts("Resources").stream().mapToInt(EntrySize::bytes).sum();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
