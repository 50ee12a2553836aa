/**
 * Metric math, as far as alarms of ours need it.
 *
 * <p>Start at {@link dev.hookwarden.local.cloudwatch.math.MathExpression}. Invariant: every operator treats missing data as AWS
 * documents; an operator or function of which that is unknown is refused.
 */
@NullMarked
package dev.hookwarden.local.cloudwatch.math;

import org.jspecify.annotations.NullMarked;
