package dev.hookwarden.local.aws.sqs;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elasticmq.MessageContent;
import org.elasticmq.NeverReceived$;
import org.elasticmq.OnDateTimeReceived;
import org.elasticmq.Received;
import org.elasticmq.actor.queue.InternalMessage;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A message of a standard queue as it is written down: all that ElasticMQ knows of it, but for X-Ray's trace.
 *
 * @param nextDelivery when it can be received, in milliseconds since 1970
 * @param firstReceived null if it never was
 * @param deadLetterSource the queue that gave it up, if one did
 */
record StoredMessage(
        String queue,
        String id,
        List<String> receipts,
        long nextDelivery,
        String body,
        Map<String, StoredAttribute> attributes,
        String created,
        @Nullable String firstReceived,
        int receiveCount,
        @Nullable String deadLetterSource) {

    static StoredMessage of(String queue, InternalMessage message) {
        Map<String, StoredAttribute> attributes = new TreeMap<>();
        CollectionConverters.asJava(message.messageAttributes())
                .forEach((name, value) -> attributes.put(name, StoredAttribute.of(value)));
        return new StoredMessage(
                queue,
                message.id(),
                List.copyOf(CollectionConverters.asJava(message.deliveryReceipts())),
                message.nextDelivery(),
                message.content().value(),
                attributes,
                message.created().toString(),
                message.firstReceive() instanceof OnDateTimeReceived received
                        ? received.when().toString()
                        : null,
                message.receiveCount(),
                message.deadLetterSourceQueueName().getOrElse(() -> null));
    }

    InternalMessage toInternal() {
        Map<String, org.elasticmq.MessageAttribute> values = new TreeMap<>();
        attributes.forEach((name, value) -> values.put(name, value.toInternal()));
        Received received = firstReceived == null
                ? NeverReceived$.MODULE$
                : new OnDateTimeReceived(OffsetDateTime.parse(firstReceived));
        return new InternalMessage(
                id,
                CollectionConverters.asScala(new ArrayList<>(receipts)),
                nextDelivery,
                new MessageContent(body),
                scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(values)),
                OffsetDateTime.parse(created),
                0,
                received,
                receiveCount,
                false,
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.apply(deadLetterSource));
    }

    /** Leaves the body out: it may hold personal data. */
    @Override
    public String toString() {
        return "StoredMessage[" + id + " in " + queue + "]";
    }
}
