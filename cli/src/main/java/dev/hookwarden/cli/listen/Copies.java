package dev.hookwarden.cli.listen;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The copies that come through an open subscription. */
record Copies(EventBridgeClient events, SqsClient sqs, String ruleArn, String queueUrl) {
    private static final int WAIT_SECONDS = 5;
    private static final int MOST_AT_ONCE = 10;

    /** Those that have come; none after some seconds without. */
    List<Message> receive() {
        return sqs.receiveMessage(receive -> receive.queueUrl(queueUrl)
                        .maxNumberOfMessages(MOST_AT_ONCE)
                        .waitTimeSeconds(WAIT_SECONDS))
                .messages();
    }

    void delete(Message copy) {
        sqs.deleteMessage(delete -> delete.queueUrl(queueUrl).receiptHandle(copy.receiptHandle()));
    }

    /** Says that somebody still listens, so that nobody takes the subscription for a leftover. */
    void renew(Instant now) {
        events.tagResource(tag -> tag.resourceARN(ruleArn).tags(aliveAt(now)));
    }

    static Tag aliveAt(Instant now) {
        return Tag.builder().key(ListenerNames.ALIVE_TAG).value(now.toString()).build();
    }
}
