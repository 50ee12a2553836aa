package dev.hookwarden.local.aws.sqs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hookwarden.local.aws.eventbridge.RuleTargets;
import java.io.UncheckedIOException;
import java.net.URI;

/** Sends what rules pass on to queues whose policy lets EventBridge. */
public final class QueueTargets implements RuleTargets {
    private final SqsCalls sqs;
    private final URI publicAddress;
    private final QueuePolicies policies;

    /** @param publicAddress what queue URLs begin with */
    public QueueTargets(URI elasticMq, URI publicAddress, QueuePolicies policies) {
        this.sqs = new SqsCalls(elasticMq);
        this.publicAddress = publicAddress;
        this.policies = policies;
    }

    @Override
    public void deliver(String ruleArn, String targetArn, String event) {
        if (policies.letSend("events.amazonaws.com", targetArn, ruleArn)) {
            send(targetArn.split(":", -1), event);
        }
    }

    private void send(String[] arn, String event) {
        URI url = publicAddress.resolve("/" + arn[4] + "/" + arn[5]);
        try {
            sqs.call(
                    "SendMessage",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("QueueUrl", url.toString())
                            .put("MessageBody", event));
        } catch (UncheckedIOException lost) {
            // Whoever put the event has had its answer.
        }
    }
}
