package dev.hookwarden.local.cloudwatch.math;

/** One number. */
record Scalar(double number) implements Value {}
