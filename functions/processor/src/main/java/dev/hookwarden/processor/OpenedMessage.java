package dev.hookwarden.processor;

import dev.hookwarden.delivery.Delivery;

/** A message and the delivery in it. */
record OpenedMessage(QueuedMessage message, Delivery delivery) {}
