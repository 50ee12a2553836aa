package dev.hookwarden.local.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.AwsSdk;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Faults;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Rules of API_PutItem, API_GetItem, API_UpdateItem, API_DeleteItem and the developer guide's "Condition expressions". */
final class StrictDynamoDbTest {
    private static final Map<String, AttributeValue> KEY = Map.of("id", AttributeValue.fromS("d-1"));

    private final AwsEndpoint endpoint = AwsEndpoint.open(0, Faults.none(new CallCounts()));
    private final DynamoDbClient client = AwsSdk.client(DynamoDbClient.builder(), endpoint.uri());

    @BeforeEach
    void putOne() {
        endpoint.serve(AwsApi.DYNAMO_DB, new StrictDynamoDb(List.of(new TableSettings("seen", "id"))));
        client.putItem(put("7"));
    }

    @AfterEach
    void close() {
        client.close();
        endpoint.close();
    }

    private static PutItemRequest put(String number) {
        return PutItemRequest.builder()
                .tableName("seen")
                .item(Map.of("id", KEY.get("id"), "expiry", AttributeValue.fromN(number)))
                .build();
    }

    private static PutItemRequest putIf(String condition, String value) {
        var put = put("9").toBuilder().conditionExpression(condition);
        return condition.contains(":v")
                ? put.expressionAttributeValues(Map.of(":v", AttributeValue.fromN(value)))
                        .build()
                : put.build();
    }

    private Map<String, AttributeValue> item() {
        return client.getItem(get -> get.tableName("seen").key(KEY).consistentRead(true))
                .item();
    }

    @Test
    void putsAndGetsAnItem() {
        assertThat(item()).containsEntry("expiry", AttributeValue.fromN("7"));
        assertThat(client.getItem(get -> get.tableName("seen").key(Map.of("id", AttributeValue.fromS("other"))))
                        .hasItem())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "attribute_not_exists(id), 0, false",
        "attribute_exists(id), 0, true",
        "attribute_not_exists(other), 0, true",
        "expiry = :v, 7.0, true",
        "expiry <> :v, 7, false",
        "expiry < :v, 10, true",
        "expiry < :v, 7, false",
        "expiry <= :v, 7, true",
        "expiry > :v, 7, false",
        "expiry >= :v, 7, true",
        "other < :v, 10, false",
        "attribute_not_exists(id) OR expiry < :v, 8, true",
        "attribute_not_exists(id) OR expiry < :v AND attribute_exists(other), 8, false",
        "(attribute_exists(id) OR attribute_exists(other)) AND NOT expiry = :v, 8, true",
    })
    void writesWhenTheConditionHolds(String condition, String value, boolean holds) {
        if (!holds) {
            assertThatThrownBy(() -> client.putItem(putIf(condition, value)))
                    .isInstanceOf(ConditionalCheckFailedException.class);
        } else {
            client.putItem(putIf(condition, value));
        }
        assertThat(item()).containsEntry("expiry", AttributeValue.fromN(holds ? "9" : "7"));
    }

    @Test
    void tellsWhatIsThereWhenTheConditionFails() {
        var put = putIf("attribute_not_exists(id)", "").toBuilder()
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        var failed = catchThrowableOfType(ConditionalCheckFailedException.class, () -> client.putItem(put));
        assertThat(failed.item()).containsEntry("expiry", AttributeValue.fromN("7"));
        assertThat(failed.awsErrorDetails().errorMessage()).isEqualTo("The conditional request failed");
    }

    @Test
    void resolvesNamesOfReservedWords() {
        var put = put("9").toBuilder()
                .conditionExpression("attribute_not_exists(#t)")
                .expressionAttributeNames(Map.of("#t", "ttl"))
                .build();
        client.putItem(put);
        assertThat(item()).containsEntry("expiry", AttributeValue.fromN("9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attribute_not_exists(ttl)",
                "begins_with(id, :v)",
                "size(id) < :v",
                "expiry BETWEEN :v AND :v",
                "expiry IN (:v)",
                "a.b = :v",
                "expiry = :v AND",
                "expiry = :undefined AND expiry = :v",
                "#undefined = :v",
                "(expiry = :v",
                "expiry == :v",
            })
    void refusesOtherConditions(String condition) {
        assertInvalid(putIf(condition, "7"));
    }

    @Test
    void refusesNamesAndValuesThatNoExpressionUses() {
        assertInvalid(put("9").toBuilder()
                .conditionExpression("attribute_not_exists(id)")
                .expressionAttributeValues(Map.of(":v", AttributeValue.fromN("1")))
                .build());
        assertInvalid(put("9").toBuilder()
                .conditionExpression("attribute_not_exists(id)")
                .expressionAttributeNames(Map.of("#n", "id"))
                .build());
    }

    @Test
    void refusesAnItemWithoutAProperKey() {
        assertInvalid(put("9").toBuilder().item(Map.of("a", KEY.get("id"))).build());
        assertInvalid(put("9").toBuilder()
                .item(Map.of("id", AttributeValue.fromN("1")))
                .build());
        assertInvalid(put("9").toBuilder()
                .item(Map.of("id", AttributeValue.fromS("")))
                .build());
        assertInvalid(put("9").toBuilder()
                .item(Map.of("id", AttributeValue.fromS("x".repeat(2049))))
                .build());
    }

    @Test
    void refusesANumberThatIsNone() {
        assertInvalid(put("nine"));
        assertInvalid(put("1".repeat(39)));
    }

    @Test
    void takesItemsUpTo409600Bytes() {
        int most = 409_600 - "id".length() - "d-1".length() - "a".length();
        client.putItem(put("9").toBuilder().item(large(most)).build());
        assertInvalid(put("9").toBuilder().item(large(most + 1)).build());
    }

    private static Map<String, AttributeValue> large(int size) {
        return Map.of("id", KEY.get("id"), "a", AttributeValue.fromS("x".repeat(size)));
    }

    private void assertInvalid(PutItemRequest put) {
        var refused = catchThrowableOfType(DynamoDbException.class, () -> client.putItem(put));
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
    }

    @Test
    void deletesAnItemWhenTheConditionHolds() {
        assertThatThrownBy(() -> client.deleteItem(
                        delete -> delete.tableName("seen").key(KEY).conditionExpression("attribute_not_exists(id)")))
                .isInstanceOf(ConditionalCheckFailedException.class);
        client.deleteItem(delete -> delete.tableName("seen").key(KEY));
        assertThat(item()).isEmpty();
    }

    @Test
    void updatesAttributes() {
        client.updateItem(update -> update.tableName("seen")
                .key(KEY)
                .updateExpression("SET done = :d ADD expiry :n, tries :n")
                .expressionAttributeValues(
                        Map.of(":d", AttributeValue.fromBool(true), ":n", AttributeValue.fromN("2"))));
        assertThat(item())
                .containsEntry("done", AttributeValue.fromBool(true))
                .containsEntry("expiry", AttributeValue.fromN("9"))
                .containsEntry("tries", AttributeValue.fromN("2"));
        client.updateItem(update -> update.tableName("seen").key(KEY).updateExpression("REMOVE done, tries"));
        assertThat(item()).containsOnlyKeys("id", "expiry");
    }

    private static UpdateItemRequest.Builder setExpiryIf(String condition) {
        return UpdateItemRequest.builder()
                .tableName("seen")
                .key(KEY)
                .updateExpression("SET expiry = :next")
                .conditionExpression(condition)
                .expressionAttributeValues(Map.of(":next", AttributeValue.fromN("9")));
    }

    private static UpdateItemRequest.Builder setExpiryIfItIs(String number) {
        return setExpiryIf("expiry = :seen")
                .expressionAttributeValues(
                        Map.of(":next", AttributeValue.fromN("9"), ":seen", AttributeValue.fromN(number)));
    }

    @Test
    void updatesWhenTheConditionHolds() {
        client.updateItem(setExpiryIfItIs("7").build());
        assertThat(item()).containsEntry("expiry", AttributeValue.fromN("9"));
    }

    @Test
    void updatesNothingAndTellsWhatIsThereWhenTheConditionFails() {
        var update = setExpiryIfItIs("8")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        var failed = catchThrowableOfType(ConditionalCheckFailedException.class, () -> client.updateItem(update));
        assertThat(failed.item()).containsEntry("expiry", AttributeValue.fromN("7"));
        assertThat(item()).containsEntry("expiry", AttributeValue.fromN("7"));
    }

    @Test
    void updateMakesTheItemWhenThereIsNone() {
        var absent = setExpiryIf("attribute_not_exists(id)")
                .key(Map.of("id", AttributeValue.fromS("d-2")))
                .build();
        client.updateItem(absent);
        assertThatThrownBy(() -> client.updateItem(absent)).isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void conditionOnWhatIsNotThereFailsWithNothingToTell() {
        var absent = setExpiryIfItIs("7")
                .key(Map.of("id", AttributeValue.fromS("d-2")))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        var failed = catchThrowableOfType(ConditionalCheckFailedException.class, () -> client.updateItem(absent));
        assertThat(failed.hasItem()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET expiry = expiry + :next",
                "SET expiry = if_not_exists(expiry, :next)",
                "SET expiry = :next SET other = :next",
                "SET expiry = :next, expiry = :next",
                "SET id = :next",
                "SET expiry",
                "PUT expiry = :next",
                "DELETE expiry :next",
            })
    void refusesOtherUpdates(String expression) {
        var update = setExpiryIf("attribute_exists(id)").updateExpression(expression);
        var refused = catchThrowableOfType(DynamoDbException.class, () -> client.updateItem(update.build()));
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
        assertThat(item()).containsEntry("expiry", AttributeValue.fromN("7"));
    }

    @Test
    void refusesATableThatWasNotDeclared() {
        assertThatThrownBy(() -> client.getItem(get -> get.tableName("other").key(KEY)))
                .isInstanceOf(ResourceNotFoundException.class);
    }
}
