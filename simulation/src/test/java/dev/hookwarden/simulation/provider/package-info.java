/**
 * Providers that sign, send and repeat, and forgers who try. Entry: {@link dev.hookwarden.simulation.provider.ProviderSide}. Invariant: nothing
 * here uses the product's signing or verifying.
 */
@NullMarked
package dev.hookwarden.simulation.provider;

import org.jspecify.annotations.NullMarked;
