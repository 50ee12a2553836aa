/** Tests of the calls, over real TLS. Entry: {@link dev.hookwarden.providerapi.CallWorld}. */
@NullMarked
package dev.hookwarden.providerapi;

import org.jspecify.annotations.NullMarked;
