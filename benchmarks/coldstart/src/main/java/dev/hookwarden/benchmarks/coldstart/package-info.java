/**
 * How long the packaged functions take to their first answer, under Lambda's own runtime client against a local Runtime API. Entry: {@link
 * dev.hookwarden.benchmarks.coldstart.ColdStart}. Invariant: a run that answers wrongly has no time; it ends the whole measurement.
 */
@NullMarked
package dev.hookwarden.benchmarks.coldstart;

import org.jspecify.annotations.NullMarked;
