package dev.hookwarden.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.Fault;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class DynamoDbSeenDeliveriesTest implements SeenDeliveriesContract {
    private final StandIns aws = new StandIns();
    private final DynamoDbSeenDeliveries seen = new DynamoDbSeenDeliveries(aws.dynamoDb(), StandIns.TABLE);

    @AfterEach
    void close() {
        aws.close();
    }

    @Override
    public SeenDeliveries seen() {
        return seen;
    }

    @Test
    void writesOnceForEachClaim() {
        seen.claim(Deliveries.withAttempt("evt_01", "attempt-1").metadata(), NOW, EXPIRY);
        seen.claim(Deliveries.withAttempt("evt_01", "attempt-2").metadata(), NOW, EXPIRY);

        assertThat(aws.calls.of(AwsApi.DYNAMO_DB)).isEqualTo(2);
        assertThat(aws.calls.of(AwsApi.DYNAMO_DB, "PutItem")).isEqualTo(2);
    }

    @Test
    void keepsNothingOfThePayload() {
        seen.claim(Deliveries.withPayload("canary").metadata(), NOW, EXPIRY);

        Map<String, AttributeValue> item = aws.dynamoDb()
                .getItem(get -> get.tableName(StandIns.TABLE).key(Map.of("id", AttributeValue.fromS("zenoo#evt_01"))))
                .item();
        assertThat(item)
                .containsOnly(
                        Map.entry("id", AttributeValue.fromS("zenoo#evt_01")),
                        Map.entry("attemptId", AttributeValue.fromS("attempt-1")),
                        Map.entry("claimedAt", AttributeValue.fromS(NOW.toString())),
                        Map.entry("eventType", AttributeValue.fromS("case.completed")),
                        Map.entry("keyVersion", AttributeValue.fromS("version-1")),
                        Map.entry("receivedAt", AttributeValue.fromS(Deliveries.RECEIVED_AT.toString())),
                        Map.entry("expiresAt", AttributeValue.fromN(Long.toString(EXPIRY.getEpochSecond()))));
    }

    @Test
    void theHolderClaimsAgainWhenTheAnswerWasLost() {
        try (StandIns losing =
                new StandIns((api, action, ordinal) -> ordinal == 1 ? new Fault.FailAfter() : new Fault.None())) {
            SeenDeliveries unsure = new DynamoDbSeenDeliveries(losing.dynamoDb(), StandIns.TABLE);

            assertThatThrownBy(() -> unsure.claim(Deliveries.valid().metadata(), NOW, EXPIRY))
                    .isInstanceOf(DynamoDbException.class);
            assertThat(unsure.claim(Deliveries.valid().metadata(), NOW, EXPIRY)).isEqualTo(Claim.FIRST);
        }
    }

    @Test
    void throwsWhenThrottled() {
        try (StandIns throttling = new StandIns((api, action, ordinal) -> new Fault.Throttle())) {
            SeenDeliveries throttled = new DynamoDbSeenDeliveries(throttling.dynamoDb(), StandIns.TABLE);

            assertThatThrownBy(() -> throttled.claim(Deliveries.valid().metadata(), NOW, EXPIRY))
                    .isInstanceOf(DynamoDbException.class);
        }
    }
}
