package dev.hookwarden.local.aws.cloudwatch;

import java.time.Instant;

/** One value of a metric without dimensions. */
public record Sample(String namespace, String metric, Instant at, double value) {}
