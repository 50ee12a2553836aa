package dev.hookwarden.local.aws.dynamodb;

import dev.hookwarden.local.aws.journal.Journal;

/**
 * One table with a partition key of type string and no sort key.
 *
 * @param journal where its items outlive the process
 */
public record TableSettings(String name, String partitionKey, Journal journal) {

    /** A table in memory alone. */
    public TableSettings(String name, String partitionKey) {
        this(name, partitionKey, Journal.none());
    }
}
