package dev.hookwarden.local.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** Rules of API_Scan. */
final class ScanTest {
    private final AwsEndpoint endpoint = AwsEndpoint.open(0, Faults.none(new CallCounts()));
    private final DynamoDbClient client = AwsSdk.client(DynamoDbClient.builder(), endpoint.uri());

    @BeforeEach
    void putFour() {
        endpoint.serve(AwsApi.DYNAMO_DB, new StrictDynamoDb(List.of(new TableSettings("seen", "id"))));
        put("d-1", "v1");
        put("d-2", "v2");
        put("d-3", "v1");
        put("d-4", "v2");
    }

    @AfterEach
    void close() {
        client.close();
        endpoint.close();
    }

    private void put(String id, String keyVersion) {
        client.putItem(put -> put.tableName("seen")
                .item(Map.of("id", AttributeValue.fromS(id), "keyVersion", AttributeValue.fromS(keyVersion))));
    }

    private static ScanRequest.Builder all() {
        return ScanRequest.builder().tableName("seen");
    }

    private static ScanRequest.Builder ofV1() {
        return all().filterExpression("keyVersion = :v")
                .expressionAttributeValues(Map.of(":v", AttributeValue.fromS("v1")));
    }

    private static List<String> ids(ScanResponse page) {
        return page.items().stream()
                .map(item -> item.getOrDefault("id", AttributeValue.fromS("")).s())
                .toList();
    }

    @Test
    void readsTheWholeTable() {
        ScanResponse page = client.scan(all().build());
        assertThat(ids(page)).containsExactlyInAnyOrder("d-1", "d-2", "d-3", "d-4");
        assertThat(page.count()).isEqualTo(4);
        assertThat(page.hasLastEvaluatedKey()).isFalse();
    }

    @Test
    void leavesOutWhatTheFilterDoesNotHoldFor() {
        ScanResponse page = client.scan(ofV1().build());
        assertThat(ids(page)).containsExactlyInAnyOrder("d-1", "d-3");
        assertThat(page.count()).isEqualTo(2);
        assertThat(page.scannedCount()).isEqualTo(4);
    }

    // "the maximum number of items to evaluate (not necessarily the number of matching items)"

    @Test
    void limitsWhatItReadsAndNotWhatMatches() {
        ScanResponse page = client.scan(ofV1().limit(2).build());
        assertThat(page.scannedCount()).isEqualTo(2);
        assertThat(page.count()).isLessThan(2);
        assertThat(page.lastEvaluatedKey()).containsOnlyKeys("id");
    }

    @Test
    void goesOnAfterTheLastKeyUntilThereIsNone() {
        List<ScanResponse> pages =
                client.scanPaginator(ofV1().limit(1).build()).stream().toList();
        assertThat(pages).flatExtracting(ScanTest::ids).containsExactlyInAnyOrder("d-1", "d-3");
        assertThat(pages).hasSize(5);
        assertThat(pages.getLast().hasLastEvaluatedKey()).isFalse();
    }

    @Test
    void endsPageAtOneMegabyte() {
        for (int i = 0; i < 6; i++) {
            put("large-" + i, "x".repeat(300 * 1024));
        }
        ScanResponse first = client.scan(all().build());
        assertThat(first.scannedCount()).isLessThan(10);
        assertThat(first.hasLastEvaluatedKey()).isTrue();
        assertThat(client.scanPaginator(all().build()).items()).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyVersion = :v AND", "begins_with(keyVersion, :v)", "ttl = :v", "#undefined = :v"})
    void refusesOtherFilters(String filter) {
        assertInvalid(ofV1().filterExpression(filter));
    }

    @Test
    void refusesValuesWithoutFilter() {
        assertInvalid(ofV1().filterExpression(null));
    }

    @Test
    void refusesLimitBelowOne() {
        assertInvalid(all().limit(0));
    }

    @Test
    void refusesStartKeyThatIsNone() {
        assertInvalid(all().exclusiveStartKey(Map.of("keyVersion", AttributeValue.fromS("v1"))));
        assertInvalid(all().exclusiveStartKey(
                        Map.of("id", AttributeValue.fromS("d-1"), "keyVersion", AttributeValue.fromS("v1"))));
    }

    @Test
    void refusesMemberThatItDoesNotKnow() {
        var refused = catchThrowableOfType(
                DynamoDbException.class,
                () -> client.scan(all().projectionExpression("id").build()));
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("NotSupportedByStandIn");
    }

    @Test
    void refusesTableThatWasNotDeclared() {
        assertThat(catchThrowableOfType(
                        ResourceNotFoundException.class,
                        () -> client.scan(all().tableName("other").build())))
                .isNotNull();
    }

    private void assertInvalid(ScanRequest.Builder scan) {
        var refused = catchThrowableOfType(DynamoDbException.class, () -> client.scan(scan.build()));
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
    }
}
