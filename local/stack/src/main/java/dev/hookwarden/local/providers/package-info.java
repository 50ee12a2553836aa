/**
 * The providers' side of their APIs, as documented, and what a real one has no switches for: faults, counts, certificates. Entry:
 * {@link dev.hookwarden.local.providers.SimulatedProviders}. Invariant: without a planned fault a call is answered as the provider's
 * documentation says, and what it doesn't say is marked where it is made up.
 */
@NullMarked
package dev.hookwarden.local.providers;

import org.jspecify.annotations.NullMarked;
