package dev.hookwarden.local.aws.sqs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/** Creates queues. */
record QueueCreation(URI elasticMq, String region, String account) {
    private static final int OK = 200;

    void create(QueueSettings queue) {
        var answer = new SqsCalls(elasticMq).call("CreateQueue", input(queue));
        if (answer.statusCode() != OK) {
            throw new IllegalStateException("ElasticMQ refused the queue " + queue.name() + ": " + answer.body());
        }
    }

    private ObjectNode input(QueueSettings queue) {
        var input = JsonNodeFactory.instance.objectNode().put("QueueName", queue.name());
        var attributes = input.putObject("Attributes")
                .put("VisibilityTimeout", Long.toString(queue.visibility().toSeconds()));
        var redrive = queue.redrive();
        if (redrive != null) {
            attributes.put("RedrivePolicy", policy(redrive).toString());
        }
        return input;
    }

    private ObjectNode policy(QueueSettings.Redrive redrive) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("deadLetterTargetArn", "arn:aws:sqs:" + region + ":" + account + ":" + redrive.deadLetterName())
                .put("maxReceiveCount", Integer.toString(redrive.maxReceiveCount()));
    }
}
