/** DynamoDB's documented rules, through the SDK. */
@NullMarked
package dev.hookwarden.local.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
