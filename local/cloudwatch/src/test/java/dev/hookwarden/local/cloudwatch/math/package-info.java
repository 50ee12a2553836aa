/** Metric math against AWS's tables. */
@NullMarked
package dev.hookwarden.local.cloudwatch.math;

import org.jspecify.annotations.NullMarked;
