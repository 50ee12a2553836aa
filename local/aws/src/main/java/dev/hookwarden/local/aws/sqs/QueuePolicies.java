package dev.hookwarden.local.aws.sqs;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hookwarden.local.aws.QueueListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The queues' policies, which ElasticMQ doesn't keep: who but the account may send. A statement counts for a service when it allows
 * {@code sqs:SendMessage} on the queue, under no condition but on {@code aws:SourceArn}.
 */
public final class QueuePolicies implements QueueListener {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, JsonNode> policies = new ConcurrentHashMap<>();

    @Override
    public void called(String action, JsonNode input) {
        switch (action) {
            case "CreateQueue" -> keep(input.path("QueueName").asText(), input);
            case "SetQueueAttributes" -> keep(nameIn(input), input);
            case "DeleteQueue" -> policies.remove(nameIn(input));
            default -> {
                // No other action changes a policy.
            }
        }
    }

    /** Whether the service may send to the queue on behalf of this resource. */
    public boolean letSend(String service, String queueArn, String sourceArn) {
        JsonNode policy = policies.get(queueArn.substring(queueArn.lastIndexOf(':') + 1));
        return policy != null
                && statements(policy).anyMatch(statement -> allows(statement, service, queueArn, sourceArn));
    }

    private void keep(String queue, JsonNode input) {
        JsonNode policy = input.path("Attributes").path("Policy");
        if (policy.isTextual()) {
            policies.put(queue, parsed(policy.textValue()));
        }
    }

    private static String nameIn(JsonNode input) {
        String url = input.path("QueueUrl").asText();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static JsonNode parsed(String policy) {
        try {
            return JSON.readTree(policy);
        } catch (JacksonException malformed) {
            return JSON.nullNode();
        }
    }

    private static Stream<JsonNode> statements(JsonNode policy) {
        return StreamSupport.stream(policy.path("Statement").spliterator(), false);
    }

    private static boolean allows(JsonNode statement, String service, String queueArn, String sourceArn) {
        return statement.path("Effect").asText().equals("Allow")
                && statement.path("Principal").path("Service").asText().equals(service)
                && statement.path("Action").asText().equals("sqs:SendMessage")
                && statement.path("Resource").asText().equals(queueArn)
                && holds(statement.path("Condition"), sourceArn);
    }

    private static boolean holds(JsonNode condition, String sourceArn) {
        return condition.isMissingNode()
                || (condition.size() == 1
                        && condition.path("ArnEquals").size() == 1
                        && condition
                                .path("ArnEquals")
                                .path("aws:SourceArn")
                                .asText()
                                .equals(sourceArn));
    }
}
