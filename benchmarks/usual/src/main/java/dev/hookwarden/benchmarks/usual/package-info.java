/**
 * What a cold start is compared to. {@link dev.hookwarden.benchmarks.usual.UsualHandler} is the yardstick, {@link
 * dev.hookwarden.benchmarks.usual.EmptyHandler} the floor. Invariant: written as documentation and samples show it, without tricks; whoever
 * makes it slower than that makes our ratios look better than they are.
 */
@NullMarked
package dev.hookwarden.benchmarks.usual;

import org.jspecify.annotations.NullMarked;
