/**
 * SQS by ElasticMQ, in this JVM.
 *
 * <p>Start at {@link dev.hookwarden.local.aws.sqs.ElasticMq}. Invariant: queue URLs name the public endpoint, never
 * ElasticMQ's own port.
 */
@NullMarked
package dev.hookwarden.local.aws.sqs;

import org.jspecify.annotations.NullMarked;
