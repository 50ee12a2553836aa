/** Monitoring over time. */
@NullMarked
package dev.hookwarden.local.cloudwatch;

import org.jspecify.annotations.NullMarked;
