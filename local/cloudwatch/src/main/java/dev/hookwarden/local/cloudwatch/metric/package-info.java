/**
 * Metrics and their statistics.
 *
 * <p>Start at {@link dev.hookwarden.local.cloudwatch.metric.MetricStore}. Invariant: a sample is counted once, in the minute of its
 * timestamp; a period without samples has no statistic.
 */
@NullMarked
package dev.hookwarden.local.cloudwatch.metric;

import org.jspecify.annotations.NullMarked;
