/**
 * What an HTTP attempt carries beside its payload. Entry: {@link dev.hookwarden.http.Headers}. Invariant: names are looked up without
 * regard to case, over every value that was sent.
 */
@NullMarked
package dev.hookwarden.http;

import org.jspecify.annotations.NullMarked;
