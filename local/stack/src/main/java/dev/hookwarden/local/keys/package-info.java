/**
 * Keys as people's tools know them, each with all its versions. Entry: {@link dev.hookwarden.local.keys.KnownKeys}. Invariant: a key's value
 * gets no further than {@link dev.hookwarden.explain.KnownKey}, which doesn't show it.
 */
@NullMarked
package dev.hookwarden.local.keys;

import org.jspecify.annotations.NullMarked;
