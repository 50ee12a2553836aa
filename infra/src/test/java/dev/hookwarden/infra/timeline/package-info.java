/**
 * What the alarms make of what the functions do: the real handlers on a virtual clock, their real log lines through the templates' own
 * filters and alarms. Start at {@link Timelines}. Invariant: an alarm that a timeline doesn't name must stay quiet in it.
 */
@NullMarked
package dev.hookwarden.infra.timeline;

import org.jspecify.annotations.NullMarked;
