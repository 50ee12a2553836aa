package dev.hookwarden.local.aws.dynamodb;

/** One table with a partition key of type string and no sort key. */
public record TableSettings(String name, String partitionKey) {}
