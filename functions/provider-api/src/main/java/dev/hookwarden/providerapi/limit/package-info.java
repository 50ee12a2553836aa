/**
 * The count of calls that all running copies share. Entry: {@link dev.hookwarden.providerapi.limit.DynamoDbRateLimiter}. Invariant: no more
 * calls than the limit reach the provider in any span as long as its window, whatever the copies do, while their clocks and their calls keep
 * to {@link dev.hookwarden.providerapi.limit.Margins}.
 */
@NullMarked
package dev.hookwarden.providerapi.limit;

import org.jspecify.annotations.NullMarked;
