package dev.hookwarden.local.aws.sqs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hookwarden.local.aws.journal.Journal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.AbstractActor;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent.MessageAdded;
import org.elasticmq.actor.queue.QueueEvent.MessageRemoved;
import org.elasticmq.actor.queue.QueueEvent.MessageUpdated;
import org.elasticmq.util.NowProvider;

/**
 * Writes down what ElasticMQ says that it did. ElasticMQ answers a request after this has confirmed all that the request did, and doesn't answer
 * it if this fails (QueueActorStorage.ResultWithEvents in ElasticMQ 1.7). It says nothing when a queue is purged.
 */
final class MessageWriter extends AbstractActor {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    private final Journal journal;
    private final List<String> queues;
    private final NowProvider clock = new NowProvider();
    private final Map<String, Place> places = new HashMap<>();

    /** Where a message is, and from when on it can be received. */
    private record Place(String queue, long visibleFrom) {}

    private record Gone(MessageRemoved event) {}

    /**
     * Makes a writer.
     *
     * @param queues messages of others are not kept
     * @param kept what the journal holds
     */
    MessageWriter(Journal journal, List<String> queues, List<StoredMessage> kept) {
        this.journal = journal;
        this.queues = queues;
        kept.forEach(this::place);
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(MessageAdded.class, added -> written(added.queueName(), added.message()))
                .match(MessageUpdated.class, updated -> written(updated.queueName(), updated.message()))
                .match(MessageRemoved.class, this::removed)
                .match(Gone.class, gone -> forget(gone.event()))
                .matchAny(aboutQueues -> {})
                .build();
    }

    private void written(String queue, InternalMessage message) {
        if (queues.contains(queue)) {
            StoredMessage stored = StoredMessage.of(queue, message);
            journal.put(stored.id(), JSON.valueToTree(stored));
            place(stored);
        }
        confirm();
    }

    private void place(StoredMessage message) {
        places.put(message.id(), new Place(message.queue(), message.nextDelivery()));
    }

    /**
     * A message that anybody could receive is seldom deleted: it moves, to the dead letters or back, and ElasticMQ may tell of the removal first. A
     * process that ended in between would leave it nowhere, so the removal waits for the other queue's word.
     */
    private void removed(MessageRemoved event) {
        Place place = places.get(event.messageId());
        if (place != null && place.visibleFrom() <= clock.nowMillis()) {
            getContext()
                    .getSystem()
                    .getScheduler()
                    .scheduleOnce(
                            ON_ITS_WAY, getSelf(), new Gone(event), getContext().getDispatcher(), getSelf());
        } else {
            forget(event);
        }
        confirm();
    }

    private void forget(MessageRemoved event) {
        Place place = places.get(event.messageId());
        if (place != null && place.queue().equals(event.queueName())) {
            journal.remove(event.messageId());
            places.remove(event.messageId());
        }
    }

    private void confirm() {
        getSender().tell(OperationSuccessful$.MODULE$, getSelf());
    }
}
