/**
 * The page at {@code /_hookwarden/} and what it asks for. Entry: {@link dev.hookwarden.local.console.Console}. Invariant: nothing is loaded from
 * elsewhere, and nothing is told or done for a page that comes from elsewhere.
 */
@NullMarked
package dev.hookwarden.local.console;

import org.jspecify.annotations.NullMarked;
