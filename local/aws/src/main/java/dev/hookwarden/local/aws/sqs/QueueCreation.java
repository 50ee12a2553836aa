package dev.hookwarden.local.aws.sqs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Creates queues over SQS's own protocol, so that no SDK is needed here. */
record QueueCreation(URI elasticMq, String region, String account) {
    private static final int OK = 200;

    void create(QueueSettings queue) {
        var request = HttpRequest.newBuilder(elasticMq)
                .header("X-Amz-Target", "AmazonSQS.CreateQueue")
                .header("Content-Type", "application/x-amz-json-1.0")
                .POST(HttpRequest.BodyPublishers.ofString(input(queue).toString()))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException("ElasticMQ refused the queue " + queue.name() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("ElasticMQ does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating the queue " + queue.name(), e);
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
