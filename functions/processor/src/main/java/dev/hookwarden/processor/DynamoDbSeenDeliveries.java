package dev.hookwarden.processor;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.hookwarden.delivery.DeliveryMetadata;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Remembers in a DynamoDB table: one conditional write per claim, one more to settle, and nothing else. Partition key {@code id}, a text; time to live in
 * {@code expiresAt}, a number of epoch seconds. DynamoDB may take days to remove what has expired
 * (docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html), so the condition compares the time too. The record also says which
 * version of the key verified the delivery, so that a leaked key's deliveries can be listed.
 *
 * <p>What it can't close: a processor that dies between the sink's answer and the deletion of the message. The message comes again, its
 * attempt still holds the claim, and the sink gets the delivery a second time, under the same id, by which it drops it.
 */
final class DynamoDbSeenDeliveries implements SeenDeliveries {
    private static final String MAY_CLAIM = "attribute_not_exists(id)"
            + " OR (attemptId = :attemptId AND attribute_not_exists(settledAt))"
            + " OR expiresAt < :now";
    private static final String HOLDS = "attemptId = :attemptId";

    private final DynamoDbClient dynamoDb;
    private final String table;

    DynamoDbSeenDeliveries(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Claim claim(DeliveryMetadata delivery, Instant now, Instant expiresAt) {
        try {
            dynamoDb.putItem(put -> put.tableName(table)
                    .item(record(delivery, now, expiresAt))
                    .conditionExpression(MAY_CLAIM)
                    .expressionAttributeValues(
                            Map.of(":attemptId", fromS(delivery.attemptId()), ":now", epochSecond(now))));
            return Claim.FIRST;
        } catch (ConditionalCheckFailedException heldByAnother) {
            return Claim.DUPLICATE;
        }
    }

    @Override
    public void settle(DeliveryMetadata delivery, Instant now, Instant expiresAt) {
        Map<String, AttributeValue> settled = new HashMap<>(record(delivery, now, expiresAt));
        settled.put("settledAt", fromS(now.toString()));
        dynamoDb.putItem(put -> put.tableName(table)
                .item(settled)
                .conditionExpression(HOLDS)
                .expressionAttributeValues(Map.of(":attemptId", fromS(delivery.attemptId()))));
    }

    private static Map<String, AttributeValue> record(DeliveryMetadata delivery, Instant now, Instant expiresAt) {
        return Map.of(
                "id", fromS(delivery.idempotencyKey()),
                "attemptId", fromS(delivery.attemptId()),
                "claimedAt", fromS(now.toString()),
                "eventType", fromS(delivery.eventType()),
                "keyVersion", fromS(delivery.keyVersion()),
                "receivedAt", fromS(delivery.receivedAt().toString()),
                "expiresAt", epochSecond(expiresAt));
    }

    private static AttributeValue epochSecond(Instant time) {
        return fromN(Long.toString(time.getEpochSecond()));
    }
}
