/**
 * The judge: what was sent, what was answered, what was published, and whether that may be. Entry: {@link dev.hookwarden.simulation.judge.Judge}.
 * Invariant: it decides from what goes in and what comes out, never by asking the product.
 */
@NullMarked
package dev.hookwarden.simulation.judge;

import org.jspecify.annotations.NullMarked;
