/**
 * SQS standard queues on the virtual clock. Entries: {@link dev.hookwarden.simulation.sqs.StrictSqs} for who sends,
 * {@link dev.hookwarden.simulation.sqs.Queue} for who receives. Invariant: a message is given until it is deleted, at least once and in no
 * order, and is lost only by age.
 */
@NullMarked
package dev.hookwarden.simulation.sqs;

import org.jspecify.annotations.NullMarked;
