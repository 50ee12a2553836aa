/**
 * Log events and the line each one writes. Entry: {@link dev.hookwarden.log.EventLog}. Invariant: one JSON object a line, under 4 KB,
 * without a payload, key, signature or authorization value.
 */
@NullMarked
package dev.hookwarden.log;

import org.jspecify.annotations.NullMarked;
