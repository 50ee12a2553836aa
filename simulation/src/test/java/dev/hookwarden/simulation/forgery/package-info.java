/**
 * Attempts that must not be accepted. Entry: {@link dev.hookwarden.simulation.forgery.Forging}. Invariant: a forger has every request that was
 * ever sent, and no key.
 */
@NullMarked
package dev.hookwarden.simulation.forgery;

import org.jspecify.annotations.NullMarked;
