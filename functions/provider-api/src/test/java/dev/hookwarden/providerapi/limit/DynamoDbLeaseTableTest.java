package dev.hookwarden.providerapi.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.local.aws.FaultPlan;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DynamoDbLeaseTableTest implements LeaseTableContract {
    private static final String LIMIT = "zenoo/api-key#sync";

    private final StandIn aws = new StandIn(FaultPlan.none());
    private final DynamoDbLeaseTable table = new DynamoDbLeaseTable(aws.dynamoDb, StandIn.TABLE);

    @AfterEach
    void close() {
        aws.close();
    }

    @Override
    public LeaseTable table() {
        return table;
    }

    @Override
    public void forget(String limit) {
        aws.dynamoDb.deleteItem(delete -> delete.tableName(StandIn.TABLE).key(Map.of("id", fromS(limit))));
    }

    @Test
    void keepsOneRecordThatForgetsItself() {
        table.replace(LIMIT, Leases.NONE, SECOND);

        assertThat(aws.dynamoDb
                        .getItem(get -> get.tableName(StandIn.TABLE).key(Map.of("id", fromS(LIMIT))))
                        .item())
                .containsOnly(
                        Map.entry("id", fromS(LIMIT)),
                        Map.entry("leases", fromS("1763806530:5 1763806532:12")),
                        Map.entry("expiresAt", fromN("1763810132")));
    }

    @Test
    void asksOnceForEachTry() {
        table.replace(LIMIT, Leases.NONE, FIRST);
        table.replace(LIMIT, Leases.NONE, SECOND);

        assertThat(aws.calls.of(AwsApi.DYNAMO_DB)).isEqualTo(2);
        assertThat(aws.calls.of(AwsApi.DYNAMO_DB, "UpdateItem")).isEqualTo(2);
    }

    @Test
    void saysWhyItCanNotTell() {
        try (StandIn throttling = new StandIn((api, action, ordinal) -> new Fault.Throttle())) {
            DynamoDbLeaseTable throttled = new DynamoDbLeaseTable(throttling.dynamoDb, StandIn.TABLE);

            assertThatThrownBy(() -> throttled.replace(LIMIT, Leases.NONE, FIRST))
                    .isInstanceOf(LeasesUnavailableException.class)
                    .hasMessage("ThrottlingException");
        }
    }

    @Test
    void saysThatNobodyAnswers() {
        DynamoDbLeaseTable silent = new DynamoDbLeaseTable(aws.dynamoDb, StandIn.TABLE);
        aws.close();

        assertThatThrownBy(() -> silent.replace(LIMIT, Leases.NONE, FIRST))
                .isInstanceOf(LeasesUnavailableException.class);
    }

    @Test
    void takesNothingElseForLeases() {
        aws.dynamoDb.putItem(put -> put.tableName(StandIn.TABLE)
                .item(Map.of("id", fromS(LIMIT), "leases", fromS("many"), "expiresAt", fromN("1"))));

        assertThatThrownBy(() -> table.replace(LIMIT, Leases.NONE, FIRST))
                .isInstanceOf(LeasesUnavailableException.class)
                .hasMessage("MalformedLeases");
    }
}
