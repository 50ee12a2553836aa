package dev.hookwarden.processor;

import dev.hookwarden.delivery.Envelope;

/**
 * A message as SQS gave it.
 *
 * @param receiveCount how often SQS has given it, this time included
 */
record QueuedMessage(String messageId, Envelope envelope, int receiveCount) {}
