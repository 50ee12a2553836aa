/**
 * CloudWatch for one machine: the deployed metric filters and alarms, evaluated as AWS documents.
 *
 * <p>Start at {@link dev.hookwarden.local.cloudwatch.Monitoring}. Invariant: the definitions are those that are deployed; whatever can
 * not be evaluated faithfully is refused by name.
 */
@NullMarked
package dev.hookwarden.local.cloudwatch;

import org.jspecify.annotations.NullMarked;
