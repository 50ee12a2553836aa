package dev.hookwarden.local.aws;

import java.time.Duration;

/** What goes wrong with one call. */
public sealed interface Fault {

    /** Nothing goes wrong. */
    record None() implements Fault {}

    /** Status 500, and nothing has happened. */
    record FailBefore() implements Fault {}

    /** Status 500, although it has happened: the ambiguous success. */
    record FailAfter() implements Fault {}

    /** Status 400 {@code ThrottlingException}, and nothing has happened. */
    record Throttle() implements Fault {}

    /** It happens, later. */
    record Delay(Duration by) implements Fault {}
}
