/**
 * Calls to a provider's API. Entry: {@link dev.hookwarden.providerapi.HttpProviderCalls}. Invariant: no body is used before it was checked, and
 * neither a key nor a query nor a body is ever logged.
 */
@NullMarked
package dev.hookwarden.providerapi;

import org.jspecify.annotations.NullMarked;
