package dev.hookwarden.providerapi.limit;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * A DynamoDB table: partition key {@code id}, a text; time to live in {@code expiresAt}, a number of epoch seconds. One UpdateItem a try, on the
 * condition that the leases are those that were seen; a failed one answers with those that are there, so that nothing is ever read.
 */
final class DynamoDbLeaseTable implements LeaseTable {
    private static final Duration KEPT_LONGER = Duration.ofHours(1);

    private final DynamoDbClient dynamoDb;
    private final String table;

    DynamoDbLeaseTable(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<Leases> replace(String limit, Leases seen, Leases next) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":next", fromS(next.text()));
        values.put(
                ":expiresAt",
                fromN(Long.toString(next.lastEnd().plus(KEPT_LONGER).getEpochSecond())));
        if (!seen.isEmpty()) {
            values.put(":seen", fromS(seen.text()));
        }
        try {
            dynamoDb.updateItem(update -> update.tableName(table)
                    .key(Map.of("id", fromS(limit)))
                    .updateExpression("SET leases = :next, expiresAt = :expiresAt")
                    .conditionExpression(seen.isEmpty() ? "attribute_not_exists(id)" : "leases = :seen")
                    .expressionAttributeValues(values)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.empty();
        } catch (ConditionalCheckFailedException changed) {
            return Optional.of(leases(changed.item().get("leases")));
        } catch (SdkException unreachable) {
            throw new LeasesUnavailableException(reason(unreachable), unreachable);
        }
    }

    private static Leases leases(@Nullable AttributeValue value) {
        try {
            return value == null ? Leases.NONE : Leases.parse(value.s());
        } catch (IllegalArgumentException malformed) {
            throw new LeasesUnavailableException("MalformedLeases", malformed);
        }
    }

    private static String reason(SdkException fault) {
        return fault instanceof AwsServiceException refused && refused.awsErrorDetails() != null
                ? refused.awsErrorDetails().errorCode()
                : fault.getClass().getSimpleName();
    }
}
