/**
 * Time that passes only when it is told to. Entry: {@link dev.hookwarden.simulation.time.VirtualTime}. Invariant: one thing happens at a time, and
 * the same seed makes the same things happen in the same order.
 */
@NullMarked
package dev.hookwarden.simulation.time;

import org.jspecify.annotations.NullMarked;
