package dev.hookwarden.local.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.aws.AwsSdk;
import dev.hookwarden.local.aws.journal.Journal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** What ElasticMQ is told to keep, it has after another start on the same journal. */
final class KeptMessagesTest {
    private static final String FILE = "messages.jsonl";
    private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:";
    private static final URI PUBLIC = URI.create("http://127.0.0.1:1");

    @TempDir
    private Path folder;

    @Test
    void givesBackAMessageAsItWasSent() {
        try (Queues queues = start()) {
            queues.sqs.sendMessage(send -> send.queueUrl(queues.url("work"))
                    .messageBody("the body")
                    .messageAttributes(Map.of(
                            "text", attribute("String").stringValue("a").build(),
                            "number", attribute("Number.int").stringValue("1").build(),
                            "bytes",
                                    attribute("Binary")
                                            .binaryValue(SdkBytes.fromUtf8String("b"))
                                            .build())));
        }
        try (Queues queues = start()) {
            Message message = queues.receive("work").getFirst();
            assertThat(message.body()).isEqualTo("the body");
            assertThat(message.messageAttributes())
                    .containsEntry("text", attribute("String").stringValue("a").build())
                    .containsEntry(
                            "number", attribute("Number.int").stringValue("1").build())
                    .containsEntry(
                            "bytes",
                            attribute("Binary")
                                    .binaryValue(SdkBytes.fromUtf8String("b"))
                                    .build());
        }
    }

    @Test
    void countsReceivesOn() {
        try (Queues queues = start()) {
            queues.send("work", "poison");
            queues.receive("work");
        }
        try (Queues queues = start()) {
            assertThat(queues.receive("work").getFirst().attributes())
                    .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
            assertThat(queues.receive("work")).isEmpty();
            assertThat(queues.receive("dead")).extracting(Message::body).containsExactly("poison");
        }
        try (Queues queues = start()) {
            assertThat(queues.receive("work")).isEmpty();
            assertThat(queues.receive("dead")).extracting(Message::body).containsExactly("poison");
        }
    }

    @Test
    void forgetsWhatWasDeleted() {
        try (Queues queues = start()) {
            queues.send("patient", "done");
            queues.delete("patient", queues.receive("patient").getFirst());
        }
        try (Queues queues = start()) {
            assertThat(queues.receive("patient")).isEmpty();
        }
    }

    @Test
    void takesAReceiptFromBefore() {
        Message received;
        try (Queues queues = start()) {
            queues.send("patient", "in somebody's hands");
            received = queues.receive("patient").getFirst();
        }
        try (Queues queues = start()) {
            assertThat(queues.receive("patient")).isEmpty();
            queues.delete("patient", received);
        }
        assertThat(folder.resolve(FILE)).content().endsWith("{\"key\":\"" + received.messageId() + "\"}\n");
    }

    @Test
    void keepsWhatWasSentBackFromTheDeadLetters() {
        try (Queues queues = start()) {
            queues.send("dead", "once poison");
            queues.sqs.startMessageMoveTask(move -> move.sourceArn(ARN + "dead").destinationArn(ARN + "work"));
            assertThat(queues.receive("work")).hasSize(1);
        }
        try (Queues queues = start()) {
            assertThat(queues.receive("dead")).isEmpty();
            assertThat(queues.receive("work")).extracting(Message::body).containsExactly("once poison");
        }
    }

    /** ElasticMQ may tell of the removal first; a process that ends in between must not leave the message nowhere. */
    @Test
    void isNowhereAtNoMomentOfAMove() throws IOException {
        try (Queues queues = start()) {
            queues.send("work", "poison");
            queues.receive("work");
            queues.receive("work");
            queues.receive("work");
        }
        List<String> lines = Files.readAllLines(folder.resolve(FILE));
        assertThat(lines).noneMatch(line -> !line.contains("value"));
        assertThat(lines.getLast()).contains("\"queue\":\"dead\"");
    }

    private static MessageAttributeValue.Builder attribute(String type) {
        return MessageAttributeValue.builder().dataType(type);
    }

    private Queues start() {
        Journal journal = Journal.in(folder.resolve(FILE));
        ElasticMq server = ElasticMq.start(
                PUBLIC,
                "us-east-1",
                "000000000000",
                List.of(
                        QueueSettings.of("patient", Duration.ofMinutes(1)),
                        QueueSettings.of("dead", Duration.ZERO),
                        QueueSettings.of("work", Duration.ZERO).withDeadLetters("dead", 2)),
                journal);
        return new Queues(server, journal, AwsSdk.client(SqsClient.builder(), server.uri()));
    }

    private record Queues(ElasticMq server, Journal journal, SqsClient sqs) implements AutoCloseable {
        String url(String queue) {
            return server.uri() + "/000000000000/" + queue;
        }

        void send(String queue, String body) {
            sqs.sendMessage(send -> send.queueUrl(url(queue)).messageBody(body));
        }

        List<Message> receive(String queue) {
            return sqs.receiveMessage(receive -> receive.queueUrl(url(queue))
                            .waitTimeSeconds(1)
                            .messageAttributeNames("All")
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                    .messages();
        }

        void delete(String queue, Message message) {
            sqs.deleteMessage(delete -> delete.queueUrl(url(queue)).receiptHandle(message.receiptHandle()));
        }

        @Override
        public void close() {
            sqs.close();
            server.close();
            journal.close();
        }
    }
}
