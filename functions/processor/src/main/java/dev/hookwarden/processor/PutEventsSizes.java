package dev.hookwarden.processor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/**
 * How much one PutEvents request takes: 10 entries of together 1 MB. The entries are counted as
 * docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html says; the limit is 1 MB since January 2026
 * (aws.amazon.com/blogs/compute/more-room-to-build-serverless-services-now-support-payloads-up-to-1-mb), 256 KB before.
 */
final class PutEventsSizes {
    static final int MAX_ENTRIES = 10;

    /** In bytes. */
    static final int MAX_SIZE = 1_048_576;

    /**
     * In bytes. The largest entry that has its payload in it: 4 KiB stay free for what EventBridge writes around the detail on its way to a
     * target, for SQS and Lambda take no more than 1 MiB either. Every payload that travelled in a message fits.
     */
    static final int MAX_EMBEDDING = MAX_SIZE - 4096;

    private static final int SIZE_OF_TIME = 14;

    private PutEventsSizes() {}

    /** The entries in as few requests as their order allows. An entry that is too large by itself gets its own, and EventBridge's answer. */
    static List<List<PutEventsRequestEntry>> intoRequests(List<PutEventsRequestEntry> entries) {
        List<List<PutEventsRequestEntry>> requests = new ArrayList<>();
        List<PutEventsRequestEntry> request = new ArrayList<>();
        int size = 0;
        for (PutEventsRequestEntry entry : entries) {
            int more = sizeOf(entry);
            if (!request.isEmpty() && (request.size() == MAX_ENTRIES || size + more > MAX_SIZE)) {
                requests.add(List.copyOf(request));
                request.clear();
                size = 0;
            }
            request.add(entry);
            size += more;
        }
        if (!request.isEmpty()) {
            requests.add(List.copyOf(request));
        }
        return requests;
    }

    static int sizeOf(PutEventsRequestEntry entry) {
        return SIZE_OF_TIME + bytes(entry.source()) + bytes(entry.detailType()) + bytes(entry.detail());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
