/**
 * How AWS calls the functions: what API Gateway and a queue's event source mapping hand over, and what they make of the answer. Entries:
 * {@link dev.hookwarden.local.lambda.ApiGatewayProxy} and {@link dev.hookwarden.local.lambda.SqsBatch}. Invariant: a fault of the function
 * is seen as AWS sees it, never as an exception.
 */
@NullMarked
package dev.hookwarden.local.lambda;

import org.jspecify.annotations.NullMarked;
