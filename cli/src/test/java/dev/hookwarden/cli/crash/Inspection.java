package dev.hookwarden.cli.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Looks at a running stack from outside. */
record Inspection(HttpClient http, Running stack) {
    private static final String QUEUES = "/000000000000/hookwarden-local-deliveries";

    /** How many messages are in the queue, received or not. */
    int queued() {
        try (SqsClient sqs = new AwsSide(stack.aws()).client(SqsClient.builder())) {
            return sqs
                    .getQueueAttributes(get -> get.queueUrl(stack.aws() + QUEUES)
                            .attributeNames(
                                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                    .attributesAsStrings()
                    .values()
                    .stream()
                    .mapToInt(Integer::parseInt)
                    .sum();
        }
    }

    Witness witness() throws IOException, InterruptedException {
        return new Witness(events(), remembered(), deadLetters());
    }

    private List<Witness.Event> events() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(stack.api().resolve("/_hookwarden/events"))
                .build();
        JsonNode all = new ObjectMapper()
                .readTree(http.send(request, BodyHandlers.ofString()).body());
        List<Witness.Event> events = new ArrayList<>();
        all.forEach(event -> {
            JsonNode metadata = event.path("metadata");
            if (metadata.has("payloadSha256")) {
                events.add(new Witness.Event(
                        metadata.path("id").asText(),
                        metadata.path("payloadSha256").asText()));
            }
        });
        return events;
    }

    private Set<String> remembered() {
        Set<String> remembered = new HashSet<>();
        try (DynamoDbClient dynamoDb = new AwsSide(stack.aws()).client(DynamoDbClient.builder())) {
            dynamoDb.scanPaginator(scan -> scan.tableName("hookwarden-local-deliveries")).items().stream()
                    .map(item -> Objects.requireNonNull(item.get("id")).s())
                    .forEach(remembered::add);
        }
        return remembered;
    }

    private Set<String> deadLetters() {
        Set<String> payloads = new HashSet<>();
        try (SqsClient sqs = new AwsSide(stack.aws()).client(SqsClient.builder())) {
            List<Message> some = receive(sqs);
            while (!some.isEmpty()) {
                some.stream()
                        .map(message -> Objects.requireNonNull(
                                message.messageAttributes().get("payloadSha256")))
                        .map(MessageAttributeValue::stringValue)
                        .forEach(payloads::add);
                some = receive(sqs);
            }
        }
        return payloads;
    }

    private List<Message> receive(SqsClient sqs) {
        return sqs.receiveMessage(receive -> receive.queueUrl(stack.aws() + QUEUES + "-dead")
                        .maxNumberOfMessages(10)
                        .visibilityTimeout(600)
                        .messageAttributeNames("All"))
                .messages();
    }
}
