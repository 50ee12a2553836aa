/** Statistics against the samples they are made of. */
@NullMarked
package dev.hookwarden.local.cloudwatch.metric;

import org.jspecify.annotations.NullMarked;
