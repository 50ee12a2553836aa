/**
 * How definitions are read: strictly.
 *
 * <p>Start at {@link dev.hookwarden.local.cloudwatch.definition.Cursor}. Invariant: what AWS does not document, or the evaluators do not
 * support, is refused by a named exception; nothing is guessed.
 */
@NullMarked
package dev.hookwarden.local.cloudwatch.definition;

import org.jspecify.annotations.NullMarked;
