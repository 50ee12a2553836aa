/**
 * Log events written through Powertools. Entry: {@link dev.hookwarden.logging.PowertoolsEventLog}. Invariant: the same fields at the same place as
 * {@link dev.hookwarden.log.JsonEventLog} writes them, so that one metric filter reads both.
 */
@NullMarked
package dev.hookwarden.logging;

import org.jspecify.annotations.NullMarked;
