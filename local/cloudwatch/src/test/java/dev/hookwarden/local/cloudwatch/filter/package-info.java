/** Metric filters against AWS's examples. */
@NullMarked
package dev.hookwarden.local.cloudwatch.filter;

import org.jspecify.annotations.NullMarked;
