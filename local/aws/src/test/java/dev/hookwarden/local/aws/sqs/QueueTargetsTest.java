package dev.hookwarden.local.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.AwsSdk;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Faults;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What EventBridge needs to send to a queue (EventBridge user guide, resource-based policies). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QueueTargetsTest {
    private static final String RULE = "arn:aws:events:us-east-1:000000000000:rule/deliveries/copies";
    private static final String POLICY = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"},
            "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:000000000000:%s",
            "Condition": {"ArnEquals": {"aws:SourceArn": "%s"}}}]}""";

    private final AwsEndpoint endpoint = AwsEndpoint.open(0, Faults.none(new CallCounts()));
    private final SqsClient sqs = AwsSdk.client(SqsClient.builder(), endpoint.uri());
    private final ElasticMq queues = ElasticMq.start(endpoint.uri(), "us-east-1", "000000000000", List.of());
    private final QueuePolicies policies = new QueuePolicies();
    private final QueueTargets targets = new QueueTargets(queues.uri(), endpoint.uri(), policies);

    QueueTargetsTest() {
        endpoint.forwardQueuesTo(queues.uri(), policies);
    }

    @AfterAll
    void close() {
        sqs.close();
        endpoint.close();
        queues.close();
    }

    private String create(String queue, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(create -> create.queueName(queue).attributes(attributes))
                .queueUrl();
    }

    private List<Message> deliver(String queue, String url) {
        targets.deliver(RULE, "arn:aws:sqs:us-east-1:000000000000:" + queue, "{}");
        return sqs.receiveMessage(receive -> receive.queueUrl(url)).messages();
    }

    @Test
    void sendsWhereThePolicyLetsTheRule() {
        String url = create("open", Map.of(QueueAttributeName.POLICY, POLICY.formatted("open", RULE)));

        assertThat(deliver("open", url)).extracting(Message::body).containsExactly("{}");
    }

    @Test
    void takesAPolicyThatIsSetLater() {
        String url = create("later", Map.of());
        sqs.setQueueAttributes(set ->
                set.queueUrl(url).attributes(Map.of(QueueAttributeName.POLICY, POLICY.formatted("later", RULE))));

        assertThat(deliver("later", url)).hasSize(1);
    }

    @Test
    void losesWhatNoPolicyLetsIn() {
        assertThat(deliver("closed", create("closed", Map.of()))).isEmpty();
    }

    @Test
    void losesWhatAnotherRuleWouldSend() {
        String policy = POLICY.formatted("others", RULE + "-of-others");

        assertThat(deliver("others", create("others", Map.of(QueueAttributeName.POLICY, policy))))
                .isEmpty();
    }

    @Test
    void forgetsThePolicyWithItsQueue() {
        String url = create("gone", Map.of(QueueAttributeName.POLICY, POLICY.formatted("gone", RULE)));
        sqs.deleteQueue(delete -> delete.queueUrl(url));

        assertThat(policies.letSend("events.amazonaws.com", "arn:aws:sqs:us-east-1:000000000000:gone", RULE))
                .isFalse();
    }
}
