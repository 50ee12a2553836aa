/**
 * The providers and what is known of them. Entry: {@link dev.hookwarden.provider.Provider}. Invariant: a provider is one constant.
 */
@NullMarked
package dev.hookwarden.provider;

import org.jspecify.annotations.NullMarked;
