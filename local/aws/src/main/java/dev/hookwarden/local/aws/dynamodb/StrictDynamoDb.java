package dev.hookwarden.local.aws.dynamodb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsActions;
import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.AwsInput;
import dev.hookwarden.local.aws.AwsService;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * PutItem, GetItem, UpdateItem, DeleteItem and Scan on tables that are declared beforehand.
 *
 * <p>It never removes an expired item: on AWS too it may be there for days
 * (<a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">TTL</a>).
 */
public final class StrictDynamoDb implements AwsService {
    private static final Set<String> EXPRESSION = Set.of(
            "TableName",
            "ConditionExpression",
            "ExpressionAttributeNames",
            "ExpressionAttributeValues",
            "ReturnValues",
            "ReturnValuesOnConditionCheckFailure");

    private final Map<String, Table> tables;
    private final AwsActions actions = new AwsActions()
            .with("PutItem", with("Item"), this::put)
            .with("GetItem", Set.of("TableName", "Key", "ConsistentRead"), this::get)
            .with("UpdateItem", with("Key", "UpdateExpression"), this::update)
            .with("DeleteItem", with("Key"), this::delete)
            .with("Scan", Scan.MEMBERS, this::scan)
            .with("ListTables", Set.of(), this::list);

    public StrictDynamoDb(List<TableSettings> tables) {
        this.tables = tables.stream().collect(Collectors.toUnmodifiableMap(TableSettings::name, Table::new));
    }

    private static Set<String> with(String... members) {
        Set<String> all = new HashSet<>(EXPRESSION);
        all.addAll(List.of(members));
        return all;
    }

    @Override
    public ObjectNode answer(String action, ObjectNode input) {
        return actions.answer(action, input);
    }

    private ObjectNode put(AwsInput input) {
        ObjectNode item = input.object("Item").json();
        return write(input, table(input).keyOf(item), new Placeholders(input), old -> item);
    }

    private ObjectNode delete(AwsInput input) {
        return write(input, keyOf(input), new Placeholders(input), old -> null);
    }

    private ObjectNode update(AwsInput input) {
        var placeholders = new Placeholders(input);
        Consumer<ObjectNode> changes = Update.parse(input.requiredText("UpdateExpression"), placeholders);
        ObjectNode key = input.object("Key").json();
        String id = keyOf(input);
        return write(input, id, placeholders, old -> {
            ObjectNode item = Objects.requireNonNull(old);
            item.setAll(key);
            changes.accept(item);
            if (!table(input).keyOf(item).equals(id)) {
                throw Invalid.because("One or more parameter values were invalid: Cannot update the key attribute");
            }
            return item;
        });
    }

    private ObjectNode write(
            AwsInput input, String key, Placeholders placeholders, UnaryOperator<@Nullable ObjectNode> change) {
        String expression = input.text("ConditionExpression");
        Predicate<ObjectNode> condition =
                expression == null ? item -> true : Condition.parse("ConditionExpression", expression, placeholders);
        placeholders.checkAllUsed();
        boolean tellOld = allOld(input, "ReturnValuesOnConditionCheckFailure");
        boolean returnOld = allOld(input, "ReturnValues");
        ObjectNode old = table(input).write(key, condition, tellOld, change);
        return answerOf("Attributes", returnOld ? old : null);
    }

    private static boolean allOld(AwsInput input, String member) {
        String value = input.text(member, "NONE");
        return switch (value) {
            case "NONE" -> false;
            case "ALL_OLD" -> true;
            default -> throw Invalid.unsupported(member + " " + value);
        };
    }

    private ObjectNode get(AwsInput input) {
        // Always consistent, as nothing tests against a stale read of this table; the flag's type is checked.
        input.flag("ConsistentRead", false);
        return answerOf("Item", table(input).get(keyOf(input)));
    }

    private ObjectNode scan(AwsInput input) {
        Table table = table(input);
        return Scan.in(input, table).answer(table);
    }

    private ObjectNode list(AwsInput input) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        tables.keySet().stream().sorted().forEach(answer.putArray("TableNames")::add);
        return answer;
    }

    private String keyOf(AwsInput input) {
        return table(input).keyAlone(input.object("Key").json());
    }

    private Table table(AwsInput input) {
        Table table = tables.get(input.requiredText("TableName"));
        if (table == null) {
            throw AwsError.refused("ResourceNotFoundException", "Requested resource not found");
        }
        return table;
    }

    private static ObjectNode answerOf(String member, @Nullable ObjectNode attributes) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (attributes != null) {
            answer.set(member, attributes.deepCopy());
        }
        return answer;
    }
}
