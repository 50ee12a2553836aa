/**
 * Certificates for simulated servers, good ones and bad ones, made in memory. Entry: {@link dev.hookwarden.local.tls.LocalAuthority}.
 * Invariant: nothing here is trusted by anybody who wasn't handed its trust store.
 */
@NullMarked
package dev.hookwarden.local.tls;

import org.jspecify.annotations.NullMarked;
