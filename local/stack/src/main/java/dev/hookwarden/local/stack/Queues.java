package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.console.Action;
import dev.hookwarden.local.console.ActionRefusedException;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How many messages wait where, and how the dead letters are sent through again. */
final class Queues implements Action {
    private final SqsClient sqs;
    private final LocalAws aws;
    private final AttemptLedger ledger;

    Queues(LocalAws aws, AttemptLedger ledger) {
        this.sqs = aws.client(SqsClient.builder());
        this.aws = aws;
        this.ledger = ledger;
    }

    /** How many messages wait to be received. */
    long visible(String queue) {
        return count(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    /** The same of each queue, and what was received and is neither done nor back. */
    ObjectNode json() {
        return LocalJson.object()
                .put("waiting", visible(LocalAws.QUEUE))
                .put("inFlight", count(LocalAws.QUEUE, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .put("dead", visible(LocalAws.DEAD_LETTER_QUEUE));
    }

    /** Moves every dead letter back to the queue, from where it passes the same gate as at first. */
    @Override
    public JsonNode perform(JsonNode input) {
        long dead = visible(LocalAws.DEAD_LETTER_QUEUE);
        if (dead == 0) {
            throw new ActionRefusedException("There is no dead letter to send again");
        }
        sqs.startMessageMoveTask(request -> request.sourceArn(arn(LocalAws.DEAD_LETTER_QUEUE)));
        ledger.redriven();
        return LocalJson.object().put("moved", dead);
    }

    private long count(String queue, QueueAttributeName attribute) {
        return Long.parseLong(attributes(queue, attribute).getOrDefault(attribute, "0"));
    }

    private String arn(String queue) {
        return String.valueOf(attributes(queue, QueueAttributeName.QUEUE_ARN).get(QueueAttributeName.QUEUE_ARN));
    }

    private Map<QueueAttributeName, String> attributes(String queue, QueueAttributeName attribute) {
        String url = aws.queueUrl().resolve(queue).toString();
        return sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(attribute))
                .attributes();
    }
}
