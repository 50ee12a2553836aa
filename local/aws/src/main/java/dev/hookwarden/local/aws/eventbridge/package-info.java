/**
 * EventBridge's PutEvents, with its result per entry.
 *
 * <p>Start at {@link dev.hookwarden.local.aws.eventbridge.StrictEventBridge}. Invariant: an entry is recorded exactly
 * when its result has an event id and its bus exists.
 */
@NullMarked
package dev.hookwarden.local.aws.eventbridge;

import org.jspecify.annotations.NullMarked;
