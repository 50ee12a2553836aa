package dev.hookwarden.local.aws.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one read of many items brought.
 *
 * @param next the key to go on after; null when the table's end was reached
 */
record TablePage(List<ObjectNode> items, @Nullable ObjectNode next) {
    TablePage {
        items = List.copyOf(items);
    }
}
