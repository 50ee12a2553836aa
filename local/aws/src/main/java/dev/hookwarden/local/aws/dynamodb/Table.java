package dev.hookwarden.local.aws.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.journal.Journal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The items of one table. */
final class Table {
    /** 400 KB with names, and 2048 bytes: DynamoDB Developer Guide, "Constraints". */
    private static final int MAX_ITEM = 400 * 1024;

    private static final int MAX_KEY = 2048;

    /** 1 MB: API reference, Scan. */
    private static final int MAX_PAGE = 1024 * 1024;

    private final String keyName;
    private final Journal journal;
    private final NavigableMap<String, ObjectNode> items = new TreeMap<>();

    Table(TableSettings settings) {
        this.keyName = settings.partitionKey();
        this.journal = settings.journal();
        journal.load().forEach((key, item) -> items.put(key, (ObjectNode) item));
    }

    /** The key of an item or of a Key, checked. */
    String keyOf(ObjectNode attributes) {
        JsonNode key = attributes.get(keyName);
        if (key == null) {
            throw Invalid.because("One or more parameter values were invalid: Missing the key " + keyName);
        }
        AttributeValue value = AttributeValue.of(key);
        if (!value.type().equals("S")) {
            throw Invalid.because("One or more parameter values were invalid: Type mismatch for key " + keyName
                    + " expected: S actual: " + value.type());
        }
        int size = value.text().getBytes(StandardCharsets.UTF_8).length;
        if (size < 1 || size > MAX_KEY) {
            throw Invalid.because("One or more parameter values were invalid: The key " + keyName
                    + " must have 1 to 2048 bytes, not " + size);
        }
        return value.text();
    }

    /** The key of a request that names an item by its key alone. */
    String keyAlone(ObjectNode key) {
        if (key.size() != 1) {
            throw Invalid.because("The provided key element does not match the schema");
        }
        return keyOf(key);
    }

    synchronized @Nullable ObjectNode get(String key) {
        ObjectNode item = items.get(key);
        return item == null ? null : item.deepCopy();
    }

    /**
     * The items after a key, as many as a page holds. A page that ends at its limit says where, even when nothing comes after.
     *
     * @param after null for the first page
     */
    synchronized TablePage page(@Nullable String after, int limit) {
        List<ObjectNode> page = new ArrayList<>();
        int size = 0;
        for (ObjectNode item : (after == null ? items : items.tailMap(after, false)).values()) {
            page.add(item.deepCopy());
            size += AttributeValue.mapSize(item);
            if (page.size() == limit || size >= MAX_PAGE) {
                ObjectNode next = JsonNodeFactory.instance.objectNode();
                next.set(keyName, item.get(keyName).deepCopy());
                return new TablePage(page, next);
            }
        }
        return new TablePage(page, null);
    }

    /**
     * Replaces an item when the condition holds for what is there; gives back what was there.
     *
     * @param change gets a copy of the item, empty when there is none; null from it deletes the item
     */
    synchronized @Nullable ObjectNode write(
            String key, Predicate<ObjectNode> condition, boolean tellOld, UnaryOperator<@Nullable ObjectNode> change) {
        ObjectNode old = items.get(key);
        ObjectNode seen = old == null ? JsonNodeFactory.instance.objectNode() : old.deepCopy();
        if (!condition.test(seen)) {
            throw conditionFailed(tellOld ? old : null);
        }
        ObjectNode next = change.apply(seen);
        if (next == null) {
            journal.remove(key);
            items.remove(key);
        } else {
            ObjectNode item = checked(next).deepCopy();
            journal.put(key, item);
            items.put(key, item);
        }
        return old;
    }

    private static ObjectNode checked(ObjectNode item) {
        if (AttributeValue.mapSize(item) > MAX_ITEM) {
            throw Invalid.because("Item size has exceeded the maximum allowed size");
        }
        return item;
    }

    private static AwsError conditionFailed(@Nullable ObjectNode old) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        if (old != null) {
            members.set("Item", old.deepCopy());
        }
        return AwsError.refused("ConditionalCheckFailedException", "The conditional request failed", members);
    }
}
