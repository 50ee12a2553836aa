package dev.hookwarden.local.aws.sqs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hookwarden.local.aws.journal.Journal;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The messages that a journal kept, and the queues' manager that has the journal told of what becomes of messages.
 *
 * @param kept those that were there when the journal was loaded
 */
record KeptMessages(ActorRef queueManager, List<StoredMessage> kept) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static KeptMessages in(Journal journal, ActorSystem actors, List<QueueSettings> queues) {
        List<String> names = queues.stream().map(QueueSettings::name).toList();
        List<StoredMessage> kept = journal.load().values().stream()
                .map(json -> JSON.convertValue(json, StoredMessage.class))
                .toList();
        ActorRef writer =
                actors.actorOf(Props.create(MessageWriter.class, () -> new MessageWriter(journal, names, kept)));
        ActorRef manager = actors.actorOf(Props.create(
                QueueManagerActor.class,
                () -> new QueueManagerActor(new NowProvider(), StrictSQSLimits$.MODULE$, Option.apply(writer))));
        return new KeptMessages(manager, kept);
    }

    /** Puts the kept messages into their queues, which must be there; those of other queues are left where they are. */
    void giveBack() {
        kept.stream().map(StoredMessage::queue).distinct().forEach(queue -> {
            if (ask(queueManager, new LookupQueue(queue)) instanceof Option<?> found
                    && found.isDefined()
                    && found.get() instanceof ActorRef actor) {
                ask(actor, new RestoreMessages(messagesOf(queue)));
            }
        });
    }

    private scala.collection.immutable.List<InternalMessage> messagesOf(String queue) {
        return CollectionConverters.asScala(kept.stream()
                        .filter(message -> message.queue().equals(queue))
                        .map(StoredMessage::toInternal)
                        .toList())
                .toList();
    }

    private static Object ask(ActorRef actor, Object question) {
        return Patterns.ask(actor, question, PATIENCE).toCompletableFuture().join();
    }
}
