/**
 * CloudWatch as far as metrics are read. Entry: {@link dev.hookwarden.local.aws.cloudwatch.StrictCloudWatch}. Invariant: a query that it does not
 * understand whole is refused.
 */
@NullMarked
package dev.hookwarden.local.aws.cloudwatch;

import org.jspecify.annotations.NullMarked;
