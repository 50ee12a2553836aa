/**
 * Metric filters: from log events to data points.
 *
 * <p>Start at {@link dev.hookwarden.local.cloudwatch.filter.MetricFilter}. Invariant: a pattern that is read at all matches as AWS
 * documents; an event for which its documentation gives no answer is refused.
 */
@NullMarked
package dev.hookwarden.local.cloudwatch.filter;

import org.jspecify.annotations.NullMarked;
