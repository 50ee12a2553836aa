/**
 * What things cost. Entry: {@link dev.hookwarden.benchmarks.WarmPath}. Invariant: figures are ratios of two measurements of one run on
 * one machine; nothing here fails a build.
 */
@NullMarked
package dev.hookwarden.benchmarks;

import org.jspecify.annotations.NullMarked;
