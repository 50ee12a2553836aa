package dev.hookwarden.simulation.sqs;

import java.time.Duration;

/**
 * How a queue behaves.
 *
 * @param maxReceives after so many receives a message goes to the dead-letter queue instead
 * @param retention how old a message becomes
 * @param twins the share of receives after which the message comes once more though it is deleted: standard queues are at-least-once
 *     (docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/standard-queues-at-least-once-delivery.html)
 */
public record QueueRules(Duration visibility, int maxReceives, Duration retention, double twins) {}
