/**
 * One HTTP endpoint for the strict AWS stand-ins, and what they share: actions, errors, planned faults, call counts.
 *
 * <p>Start at {@link dev.hookwarden.local.aws.AwsEndpoint}. Invariant: what a stand-in does not support is an error,
 * never a success.
 */
@NullMarked
package dev.hookwarden.local.aws;

import org.jspecify.annotations.NullMarked;
