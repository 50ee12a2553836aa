package dev.hookwarden.rotation;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The processor's table: partition key {@code id}, and in {@code keyVersion} the version that verified. */
final class DynamoDbCanaryRecords implements CanaryRecords {
    private final DynamoDbClient dynamoDb;
    private final String table;

    DynamoDbCanaryRecords(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<String> keyVersion(String idempotencyKey) {
        Map<String, AttributeValue> item = dynamoDb.getItem(get -> get.tableName(table)
                        .key(Map.of("id", AttributeValue.fromS(idempotencyKey)))
                        .consistentRead(true))
                .item();
        return Optional.ofNullable(item.get("keyVersion")).map(AttributeValue::s);
    }
}
