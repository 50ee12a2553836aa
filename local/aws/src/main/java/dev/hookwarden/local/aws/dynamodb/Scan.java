package dev.hookwarden.local.aws.dynamodb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsInput;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One page of a whole table. The filter looks at what the page has read, so a page may be empty and not the last.
 *
 * @param after the key that the page begins after; null at the beginning
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html">Scan</a>
 */
record Scan(
        Predicate<ObjectNode> filter, int limit, @Nullable String after) {
    static final Set<String> MEMBERS = Set.of(
            "TableName",
            "FilterExpression",
            "ExpressionAttributeNames",
            "ExpressionAttributeValues",
            "Limit",
            "ExclusiveStartKey",
            "ConsistentRead");

    static Scan in(AwsInput input, Table table) {
        // Always consistent, as GetItem here; the flag's type is checked.
        input.flag("ConsistentRead", false);
        int limit = input.whole("Limit", Integer.MAX_VALUE);
        if (limit < 1) {
            throw Invalid.because("Limit must be greater than or equal to 1");
        }
        return new Scan(
                filter(input),
                limit,
                input.has("ExclusiveStartKey")
                        ? table.keyAlone(input.object("ExclusiveStartKey").json())
                        : null);
    }

    private static Predicate<ObjectNode> filter(AwsInput input) {
        var placeholders = new Placeholders(input);
        String expression = input.text("FilterExpression");
        Predicate<ObjectNode> filter =
                expression == null ? item -> true : Condition.parse("FilterExpression", expression, placeholders);
        placeholders.checkAllUsed();
        return filter;
    }

    ObjectNode answer(Table table) {
        TablePage page = table.page(after, limit);
        List<ObjectNode> matching = page.items().stream().filter(filter).toList();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("Items");
        matching.forEach(items::add);
        answer.put("Count", matching.size()).put("ScannedCount", page.items().size());
        if (page.next() != null) {
            answer.set("LastEvaluatedKey", page.next());
        }
        return answer;
    }
}
