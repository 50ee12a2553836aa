package dev.hookwarden.local.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.AwsSdk;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.local.aws.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ElasticMqTest {
    private final Map<String, Fault> planned = new ConcurrentHashMap<>();
    private final CallCounts counts = new CallCounts();
    private final AwsEndpoint endpoint = AwsEndpoint.open(
            0, new Faults((api, action, ordinal) -> planned.getOrDefault(action, new Fault.None()), counts, by -> {}));
    private final SqsClient sqs = AwsSdk.client(SqsClient.builder(), endpoint.uri());
    private final ElasticMq queues;

    ElasticMqTest() {
        queues = ElasticMq.start(
                endpoint.uri(),
                "us-east-1",
                "000000000000",
                List.of(
                        QueueSettings.of("dead", Duration.ofSeconds(30)),
                        QueueSettings.of("ambiguous", Duration.ofSeconds(30)),
                        QueueSettings.of("work", Duration.ZERO).withDeadLetters("dead", 2)));
    }

    @BeforeAll
    void forward() {
        endpoint.forwardQueuesTo(queues.uri());
    }

    @AfterAll
    void close() {
        sqs.close();
        endpoint.close();
        queues.close();
    }

    @Test
    void namesThePublicEndpointInQueueUrls() {
        assertThat(urlOf("work")).isEqualTo(endpoint.uri() + "/000000000000/work");
    }

    @Test
    void movesAMessageToTheDeadLetterQueueAfterTooManyReceives() {
        sqs.sendMessage(send -> send.queueUrl(urlOf("work")).messageBody("poison"));
        assertThat(receive("work")).hasSize(1);
        assertThat(receive("work")).hasSize(1);
        assertThat(receive("work")).isEmpty();
        assertThat(receive("dead")).extracting(Message::body).containsExactly("poison");
    }

    @Test
    void answersTheQueuesAttributes() {
        var attributes = sqs.getQueueAttributes(
                get -> get.queueUrl(urlOf("dead")).attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT));
        assertThat(attributes.attributes()).containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "30");
    }

    @Test
    void passesErrorsOn() {
        assertThatThrownBy(() -> urlOf("nowhere")).isInstanceOf(QueueDoesNotExistException.class);
    }

    @Test
    void keepsAMessageWhoseSendingFailedAfterTheEffect() {
        planned.put("SendMessage", new Fault.FailAfter());
        assertThatThrownBy(() -> sqs.sendMessage(
                        send -> send.queueUrl(urlOf("ambiguous")).messageBody("there")))
                .isInstanceOf(SqsException.class);
        planned.clear();
        assertThat(receive("ambiguous")).extracting(Message::body).containsExactly("there");
    }

    @Test
    void countsCalls() {
        long before = counts.of(AwsApi.SQS, "ListQueues");
        sqs.listQueues();
        assertThat(counts.of(AwsApi.SQS, "ListQueues")).isEqualTo(before + 1);
    }

    private String urlOf(String queue) {
        return sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
    }

    private List<Message> receive(String queue) {
        return sqs.receiveMessage(receive -> receive.queueUrl(urlOf(queue)).waitTimeSeconds(1))
                .messages();
    }
}
