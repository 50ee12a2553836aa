package dev.hookwarden.local.stack;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.hookwarden.local.lambda.SqsBatch;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Gives a queue's messages to a function as Lambda does, in batches, and deletes those that did not fail. */
final class EventSourceMapping implements Runnable {
    private static final int BATCH_SIZE = 10;
    private static final int WAIT_SECONDS = 1;
    private static final Duration BEFORE_NEXT_TRY = Duration.ofMillis(200);

    private final SqsClient sqs;
    private final String queueUrl;
    private final int maxReceiveCount;
    private final RequestHandler<SQSEvent, SQSBatchResponse> function;
    private final AttemptLedger ledger;

    EventSourceMapping(
            SqsClient sqs,
            String queueUrl,
            int maxReceiveCount,
            RequestHandler<SQSEvent, SQSBatchResponse> function,
            AttemptLedger ledger) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.maxReceiveCount = maxReceiveCount;
        this.function = function;
        this.ledger = ledger;
    }

    /** Goes on until its thread is interrupted. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                handle(receive());
            } catch (SdkException outage) {
                // As on AWS, what was not received or not deleted comes again.
                Pause.of(BEFORE_NEXT_TRY);
            }
        }
    }

    private List<Message> receive() {
        return sqs.receiveMessage(request -> request.queueUrl(queueUrl)
                        .maxNumberOfMessages(BATCH_SIZE)
                        .waitTimeSeconds(WAIT_SECONDS)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private void handle(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        Set<String> failed =
                new SqsBatch(messages.stream().map(EventSourceMapping::toRecord).toList()).failuresIn(function);
        List<Message> done = messages.stream()
                .filter(message -> !failed.contains(message.messageId()))
                .toList();
        messages.stream()
                .filter(message -> failed.contains(message.messageId()) && receiveCount(message) >= maxReceiveCount)
                .forEach(message -> ledger.dead(attemptId(message)));
        if (!done.isEmpty()) {
            delete(done);
        }
    }

    static SQSMessage toRecord(Message message) {
        Map<String, MessageAttribute> attributes = new HashMap<>();
        message.messageAttributes().forEach((name, value) -> {
            MessageAttribute attribute = new MessageAttribute();
            attribute.setDataType(value.dataType());
            attribute.setStringValue(value.stringValue());
            attributes.put(name, attribute);
        });
        SQSMessage copy = new SQSMessage();
        copy.setMessageId(message.messageId());
        copy.setReceiptHandle(message.receiptHandle());
        copy.setBody(message.body());
        copy.setAttributes(message.attributesAsStrings());
        copy.setMessageAttributes(attributes);
        copy.setEventSource("aws:sqs");
        return copy;
    }

    private void delete(List<Message> done) {
        List<DeleteMessageBatchRequestEntry> entries = done.stream()
                .map(message -> DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
                .toList();
        sqs.deleteMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
    }

    private static int receiveCount(Message message) {
        return Integer.parseInt(
                message.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
    }

    private static String attemptId(Message message) {
        var attribute = message.messageAttributes().get("attemptId");
        return attribute == null ? "" : attribute.stringValue();
    }
}
