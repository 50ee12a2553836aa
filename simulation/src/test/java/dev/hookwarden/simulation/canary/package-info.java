/**
 * Finds what must not show. Entries: {@link dev.hookwarden.simulation.canary.Canaries} for text in hand,
 * {@link dev.hookwarden.simulation.canary.ReportScan} for what a build printed. Invariant: uses the JDK alone, so that it runs from its source.
 */
@NullMarked
package dev.hookwarden.simulation.canary;

import org.jspecify.annotations.NullMarked;
