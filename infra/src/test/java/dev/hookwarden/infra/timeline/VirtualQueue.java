package dev.hookwarden.infra.timeline;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.hookwarden.local.cloudwatch.metric.MetricId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** The queue of deliveries and its dead-letter queue on the virtual clock, as template.yaml sets them. */
final class VirtualQueue implements SqsClient {
    private static final Duration VISIBILITY = Duration.ofMinutes(3);
    private static final int MAX_RECEIVE_COUNT = 5;
    private static final int BATCH = 10;

    private final VirtualClock clock;
    private final Journal journal;
    private final List<Message> messages = new ArrayList<>();
    private final List<Message> dead = new ArrayList<>();
    private boolean isDown;
    private int undelivered;
    private Duration slowness = Duration.ZERO;

    VirtualQueue(VirtualClock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    void down(boolean down) {
        isDown = down;
    }

    /** How many events wait in the dead-letter queue of the bus from now on. */
    void undelivered(int events) {
        undelivered = events;
    }

    /** How long taking a message takes from now on. */
    void slow(Duration newSlowness) {
        slowness = newSlowness;
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        clock.advance(slowness);
        if (isDown) {
            throw SdkClientException.create("Down as planned");
        }
        messages.add(new Message(request, clock.instant()));
        return SendMessageResponse.builder().build();
    }

    /** Up to ten that can be received now; they stay hidden until they are deleted or their time is over. */
    List<SQSMessage> receive() {
        Instant now = clock.instant();
        List<Message> visible = messages.stream()
                .filter(message -> !message.visibleAt.isAfter(now))
                .toList();
        visible.stream()
                .filter(message -> message.receives == MAX_RECEIVE_COUNT)
                .forEach(message -> {
                    messages.remove(message);
                    dead.add(message);
                });
        return visible.stream()
                .filter(messages::contains)
                .limit(BATCH)
                .map(message -> message.received(now))
                .toList();
    }

    void delete(String messageId) {
        messages.removeIf(message -> message.id.equals(messageId));
    }

    /** Moves all dead letters back; they are new to the queue. */
    void redrive() {
        dead.forEach(message -> messages.add(new Message(message.request, clock.instant())));
        dead.clear();
    }

    /** What SQS publishes each minute of queues in use. */
    void publishMetrics() {
        long visible = messages.stream()
                .filter(message -> !message.visibleAt.isAfter(clock.instant()))
                .count();
        publish("ApproximateNumberOfMessagesVisible", "hookwarden-" + World.STAGE + "-deliveries", visible);
        publish("ApproximateNumberOfMessagesVisible", "hookwarden-" + World.STAGE + "-deliveries-dead", dead.size());
        publish("ApproximateNumberOfMessagesVisible", "hookwarden-" + World.STAGE + "-events-dead", undelivered);
        publish("ApproximateAgeOfOldestMessage", "hookwarden-" + World.STAGE + "-deliveries", age());
    }

    /**
     * In seconds. A message that was received three times goes to the back, and the metric is of the others
     * (docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html).
     */
    private long age() {
        return messages.stream()
                .filter(message -> message.receives < 3)
                .mapToLong(message ->
                        Duration.between(message.sentAt, clock.instant()).toSeconds())
                .max()
                .orElse(0);
    }

    private void publish(String metric, String queue, long value) {
        journal.sample(new MetricId("AWS/SQS", metric, Map.of("QueueName", queue)), (double) value);
    }

    @Override
    public String serviceName() {
        return "sqs";
    }

    @Override
    public void close() {}

    private static final class Message {
        private final String id = UUID.randomUUID().toString();
        private final SendMessageRequest request;
        private final Instant sentAt;
        private Instant visibleAt;
        private int receives;

        Message(SendMessageRequest request, Instant sentAt) {
            this.request = request;
            this.sentAt = sentAt;
            this.visibleAt = sentAt;
        }

        SQSMessage received(Instant now) {
            receives++;
            visibleAt = now.plus(VISIBILITY);
            Map<String, MessageAttribute> attributes = new HashMap<>();
            request.messageAttributes().forEach((name, value) -> {
                MessageAttribute attribute = new MessageAttribute();
                attribute.setDataType(value.dataType());
                attribute.setStringValue(value.stringValue());
                attributes.put(name, attribute);
            });
            SQSMessage message = new SQSMessage();
            message.setMessageId(id);
            message.setBody(request.messageBody());
            message.setAttributes(Map.of("ApproximateReceiveCount", String.valueOf(receives)));
            message.setMessageAttributes(attributes);
            return message;
        }
    }
}
