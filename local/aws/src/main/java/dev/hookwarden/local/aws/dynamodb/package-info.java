/**
 * DynamoDB as far as single items with conditions go.
 *
 * <p>Start at {@link dev.hookwarden.local.aws.dynamodb.StrictDynamoDb}. Invariant: condition and write are one atomic
 * step; an expression outside the supported grammar is an error that names what is not supported.
 */
@NullMarked
package dev.hookwarden.local.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
