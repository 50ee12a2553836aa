package dev.hookwarden.cli.listen;

import dev.hookwarden.cli.installation.RefusedException;
import dev.hookwarden.provider.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * A rule on the installation's bus with a queue of its own. The rule is made first and deleted last, so that no queue is ever there without
 * a rule that tells of it.
 */
record Subscription(EventBridgeClient events, SqsClient sqs, ListenerNames names) implements AutoCloseable {
    private static final Duration RETENTION = Duration.ofHours(1);
    private static final Duration HIDDEN = Duration.ofMinutes(1);
    private static final String TARGET = "queue";

    /** Makes it; what was made before a failure is removed again. */
    synchronized Copies open(Provider provider, Instant now) {
        try {
            String rule = events.putRule(put -> put.name(names.name())
                            .eventBusName(names.bus())
                            .description("A copy of deliveries for somebody who listens; removed with them")
                            .eventPattern("{\"source\":[\"hookwarden." + provider.id() + "\"]}")
                            .tags(Copies.aliveAt(now)))
                    .ruleArn();
            String queue = names.queueArn(rule);
            String url = sqs.createQueue(create -> create.queueName(names.name())
                            .tags(Map.of(ListenerNames.ALIVE_TAG, now.toString()))
                            .attributes(Map.of(
                                    QueueAttributeName.MESSAGE_RETENTION_PERIOD, Long.toString(RETENTION.toSeconds()),
                                    QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(HIDDEN.toSeconds()),
                                    QueueAttributeName.MAXIMUM_MESSAGE_SIZE, "1048576",
                                    QueueAttributeName.KMS_MASTER_KEY_ID, names.encryptionKey(),
                                    QueueAttributeName.POLICY, new QueuePolicy(queue, rule).json())))
                    .queueUrl();
            target(queue);
            return new Copies(events, sqs, rule, url);
        } catch (RuntimeException fault) {
            closeAfter(fault);
            throw fault;
        }
    }

    private void target(String queue) {
        PutTargetsResponse answer = events.putTargets(put -> put.rule(names.name())
                .eventBusName(names.bus())
                .targets(Target.builder().id(TARGET).arn(queue).build()));
        if (answer.failedEntryCount() != 0) {
            throw new RefusedException("EventBridge won't send to the queue " + names.name() + " ("
                    + answer.failedEntries().getFirst().errorCode() + ").");
        }
    }

    /** Removes all of it that is there. */
    @Override
    public synchronized void close() {
        try {
            events.removeTargets(remove ->
                    remove.rule(names.name()).eventBusName(names.bus()).ids(TARGET));
        } catch (ResourceNotFoundException gone) {
            // The rule is the last to go: with it, all of it is gone.
            return;
        }
        try {
            String url = sqs.getQueueUrl(get -> get.queueName(names.name())).queueUrl();
            sqs.deleteQueue(delete -> delete.queueUrl(url));
        } catch (QueueDoesNotExistException neverMade) {
            // Making it was broken off before.
        }
        try {
            events.deleteRule(delete -> delete.name(names.name()).eventBusName(names.bus()));
        } catch (ResourceNotFoundException gone) {
            // Somebody else removed it in the same moment.
        }
    }

    private void closeAfter(RuntimeException fault) {
        try {
            close();
        } catch (RuntimeException another) {
            fault.addSuppressed(another);
        }
    }
}
