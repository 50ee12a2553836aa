package dev.hookwarden.local.cloudwatch.math;

/** What an expression may be: one number, or a series of them. */
sealed interface Value permits Scalar, Series {}
