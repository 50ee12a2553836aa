/**
 * The function that finds a dead key before traffic does. Entry: {@link dev.hookwarden.probe.ProbeHandler}. Invariant: what a provider does never
 * fails a run; what we can't do does, and not before everything else was done.
 */
@NullMarked
package dev.hookwarden.probe;

import org.jspecify.annotations.NullMarked;
