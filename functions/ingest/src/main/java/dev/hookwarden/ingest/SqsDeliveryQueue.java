package dev.hookwarden.ingest;

import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.Envelope;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * The queue in SQS: the payload as the message's body, everything else as string attributes. A payload that is too large for a message is
 * stored first, and the message is its claim check; so a message never waits for a payload. A payload whose message then fails stays where it
 * is, for nobody knows whether SQS has the message: the bucket's lifecycle takes it.
 */
final class SqsDeliveryQueue implements DeliveryQueue {
    private final SqsClient sqs;
    private final URI queueUrl;
    private final PayloadStore store;

    SqsDeliveryQueue(SqsClient sqs, URI queueUrl, PayloadStore store) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.store = store;
    }

    @Override
    public void send(Delivery delivery) {
        if (Envelope.needsClaimCheck(delivery.payload())) {
            store.put(delivery.metadata().payloadKey(), delivery.payload());
        }
        send(Envelope.of(delivery));
    }

    private void send(Envelope envelope) {
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
