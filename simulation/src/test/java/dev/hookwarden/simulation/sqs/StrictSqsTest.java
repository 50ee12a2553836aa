package dev.hookwarden.simulation.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrictSqsTest {
    private static final String URL = "https://sqs.us-east-1.amazonaws.com/000000000000/deliveries";

    private final Queue queue = new Queue(
            new QueueRules(Duration.ofMinutes(3), 5, Duration.ofDays(10), 0),
            InstantSource.fixed(Instant.EPOCH),
            new Random(1));
    private final StrictSqs sqs = new StrictSqs(URL, queue, (body, attributes) -> {});

    private static ObjectNode valid() {
        ObjectNode input =
                JsonNodeFactory.instance.objectNode().put("QueueUrl", URL).put("MessageBody", "This is a test");
        input.putObject("MessageAttributes")
                .putObject("provider")
                .put("DataType", "String")
                .put("StringValue", "zenoo");
        return input;
    }

    private void assertRefused(ObjectNode input, String code) {
        assertThatThrownBy(() -> sqs.answer("SendMessage", input))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo(code));
        assertThat(queue.size()).isZero();
    }

    /** The body and its MD5 are those of the example in the API reference, SendMessage. */
    @Test
    void storesAMessageAndAnswersItsDigest() {
        ObjectNode answer = sqs.answer("SendMessage", valid().put("MessageBody", "This is a test message"));

        assertThat(answer.path("MD5OfMessageBody").asText()).isEqualTo("fafb00f5732ab283681e124bf8747ed1");
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void takesOneMebibyteWithTheAttributes() {
        int attribute = "provider".length() + "String".length() + "zenoo".length();

        sqs.answer("SendMessage", valid().put("MessageBody", "x".repeat(StrictSqs.MAX_BYTES - attribute)));
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void refusesOneByteMore() {
        int attribute = "provider".length() + "String".length() + "zenoo".length();

        assertRefused(
                valid().put("MessageBody", "x".repeat(StrictSqs.MAX_BYTES - attribute + 1)), "InvalidParameterValue");
    }

    @Test
    void refusesAnEmptyBody() {
        assertRefused(valid().put("MessageBody", ""), "MissingParameter");
    }

    @Test
    void refusesCharactersThatXmlHasNot() {
        assertRefused(valid().put("MessageBody", "a\u0000b"), "InvalidMessageContents");
        assertRefused(valid().put("MessageBody", "a\uFFFEb"), "InvalidMessageContents");
    }

    @Test
    void refusesAnEleventhAttribute() {
        ObjectNode input = valid();
        for (int number = 1; number <= 10; number++) {
            input.withObject("MessageAttributes")
                    .putObject("a" + number)
                    .put("DataType", "String")
                    .put("StringValue", "b");
        }
        assertRefused(input, "InvalidParameterValue");
    }

    @Test
    void refusesAnotherQueue() {
        assertRefused(valid().put("QueueUrl", URL + "-other"), "QueueDoesNotExist");
    }

    @Test
    void refusesAMemberThatItDoesNotKnow() {
        assertRefused(valid().put("MessageGroupId", "g"), "NotSupportedByStandIn");
    }
}
