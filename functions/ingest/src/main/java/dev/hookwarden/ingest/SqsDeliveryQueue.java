package dev.hookwarden.ingest;

import dev.hookwarden.delivery.Envelope;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The queue in SQS: the payload as the message's body, everything else as string attributes. */
final class SqsDeliveryQueue implements DeliveryQueue {
    private final SqsClient sqs;
    private final URI queueUrl;

    SqsDeliveryQueue(SqsClient sqs, URI queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(Envelope envelope) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        envelope.attributes().forEach((name, value) -> attributes.put(name, text(value)));
        try {
            sqs.sendMessage(message -> message.queueUrl(queueUrl.toString())
                    .messageBody(envelope.body())
                    .messageAttributes(attributes));
        } catch (SdkException unconfirmed) {
            throw new QueueUnavailableException(unconfirmed);
        }
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
