package dev.hookwarden.processor;

import dev.hookwarden.delivery.Delivery;

/** A message and its whole delivery. */
record FetchedMessage(OpenedMessage opened, Delivery delivery) {}
