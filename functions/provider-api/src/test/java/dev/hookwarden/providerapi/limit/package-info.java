/** The limit, kept by many copies on a virtual clock and judged by whoever counts at the provider. */
@NullMarked
package dev.hookwarden.providerapi.limit;

import org.jspecify.annotations.NullMarked;
