package dev.hookwarden.cli.deliveries;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.hookwarden.cli.installation.RefusedException;
import dev.hookwarden.delivery.Canary;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the processor remembers: which version of a key verified each delivery. It forgets a delivery some days after it came (15 unless
 * IDEMPOTENCY_RETENTION says otherwise).
 */
public record VerifiedDeliveries(DynamoDbClient dynamoDb, String table) {
    /** Looks for the table of a stage unless its name is given. The template leaves the name to CloudFormation. */
    static VerifiedDeliveries in(DynamoDbClient dynamoDb, String stage, @Nullable String table) {
        if (table != null) {
            return new VerifiedDeliveries(dynamoDb, table);
        }
        List<String> found = dynamoDb.listTablesPaginator().tableNames().stream()
                .filter(name -> name.equals("hookwarden-" + stage + "-deliveries")
                        || name.startsWith("hookwarden-" + stage + "-IdempotencyTable-"))
                .toList();
        if (found.size() != 1) {
            throw new RefusedException(
                    "The table of deliveries was " + (found.isEmpty() ? "not found" : "not the only one")
                            + ". Say --table NAME: it is the stack's output IdempotencyTableName.");
        }
        return new VerifiedDeliveries(dynamoDb, found.getFirst());
    }

    /** Those that this version verified, the oldest first. Reads the whole table. */
    public List<VerifiedDelivery> by(String keyVersion, Instant since) {
        return matching(
                "keyVersion = :version AND eventType <> :canary",
                Map.of(":version", fromS(keyVersion), ":canary", fromS(Canary.EVENT_TYPE)),
                since);
    }

    /** Those that arrived since then, the oldest first. Reads the whole table. */
    List<VerifiedDelivery> since(Instant since) {
        return matching("eventType <> :canary", Map.of(":canary", fromS(Canary.EVENT_TYPE)), since);
    }

    private List<VerifiedDelivery> matching(String filter, Map<String, AttributeValue> values, Instant since) {
        return dynamoDb
                .scanPaginator(scan -> scan.tableName(table)
                        .consistentRead(true)
                        .filterExpression(filter)
                        .expressionAttributeValues(values))
                .items()
                .stream()
                .flatMap(item -> read(item).stream())
                .filter(delivery -> !delivery.receivedAt().isBefore(since))
                .sorted(Comparator.comparing(VerifiedDelivery::receivedAt))
                .toList();
    }

    /** When this version last verified anything. */
    public Optional<Instant> last(String keyVersion) {
        return by(keyVersion, Instant.MIN).stream()
                .map(VerifiedDelivery::receivedAt)
                .reduce((earlier, later) -> later);
    }

    private static Optional<VerifiedDelivery> read(Map<String, AttributeValue> item) {
        boolean whole = Stream.of("receivedAt", "id", "eventType").allMatch(item::containsKey);
        return whole
                ? Optional.of(new VerifiedDelivery(
                        Instant.parse(text(item, "receivedAt")),
                        text(item, "id"),
                        text(item, "eventType"),
                        text(item, "keyVersion"),
                        text(item, "attemptId")))
                : Optional.empty();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElse("");
    }
}
