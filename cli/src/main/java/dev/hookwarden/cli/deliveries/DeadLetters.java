package dev.hookwarden.cli.deliveries;

import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.delivery.MalformedEnvelopeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/** Looks at dead letters, and leaves them where they are. */
record DeadLetters(DeliveryQueue queue) {
    private static final int MOST_AT_ONCE = 10;

    /** Long enough to look at all; whatever is not handed back comes back by itself then. */
    private static final Duration HIDDEN = Duration.ofSeconds(30);

    /** Deliveries that are dead, so many at most, without their payloads. What names no delivery is left out. */
    List<DeliveryMetadata> peek(int most) {
        List<Message> seen = new ArrayList<>();
        try {
            List<Message> some = receive(most);
            while (!some.isEmpty() && seen.size() < most) {
                seen.addAll(some);
                some = receive(most - seen.size());
            }
            return seen.stream().flatMap(message -> metadata(message).stream()).toList();
        } finally {
            handBack(seen);
        }
    }

    /** With a wait all servers of the queue are asked; without one, some. */
    private List<Message> receive(int most) {
        return most <= 0
                ? List.of()
                : queue.sqs()
                        .receiveMessage(receive -> receive.queueUrl(queue.url())
                                .maxNumberOfMessages(Math.min(most, MOST_AT_ONCE))
                                .visibilityTimeout((int) HIDDEN.toSeconds())
                                .waitTimeSeconds(1)
                                .messageAttributeNames("All"))
                        .messages();
    }

    private void handBack(List<Message> seen) {
        for (int from = 0; from < seen.size(); from += MOST_AT_ONCE) {
            List<ChangeMessageVisibilityBatchRequestEntry> entries =
                    seen.subList(from, Math.min(seen.size(), from + MOST_AT_ONCE)).stream()
                            .map(message -> ChangeMessageVisibilityBatchRequestEntry.builder()
                                    .id(message.messageId())
                                    .receiptHandle(message.receiptHandle())
                                    .visibilityTimeout(0)
                                    .build())
                            .toList();
            queue.sqs()
                    .changeMessageVisibilityBatch(
                            change -> change.queueUrl(queue.url()).entries(entries));
        }
    }

    private static Optional<DeliveryMetadata> metadata(Message message) {
        Map<String, String> attributes = new HashMap<>();
        message.messageAttributes().forEach((name, value) -> attributes.put(name, String.valueOf(value.stringValue())));
        try {
            return Optional.of(new Envelope("", attributes).metadata());
        } catch (MalformedEnvelopeException unreadable) {
            return Optional.empty();
        }
    }
}
