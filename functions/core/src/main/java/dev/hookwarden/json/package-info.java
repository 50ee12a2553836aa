/**
 * One strict way to read JSON. Entry: {@link dev.hookwarden.json.Json}. Invariant: depth and length are bounded, whoever wrote it.
 */
@NullMarked
package dev.hookwarden.json;

import org.jspecify.annotations.NullMarked;
