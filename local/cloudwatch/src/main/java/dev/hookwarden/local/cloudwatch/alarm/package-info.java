/**
 * Alarms: from metrics to states.
 *
 * <p>Start at {@link dev.hookwarden.local.cloudwatch.alarm.MetricAlarm} and {@link
 * dev.hookwarden.local.cloudwatch.alarm.CompositeAlarm}. Invariant: a definition is checked when it is made; judging it keeps no state.
 */
@NullMarked
package dev.hookwarden.local.cloudwatch.alarm;

import org.jspecify.annotations.NullMarked;
