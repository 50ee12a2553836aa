/**
 * What a function is told through its environment. Entry: {@link dev.hookwarden.config.Environment}. Invariant: a missing or malformed
 * value fails at start, and the exception names the variable.
 */
@NullMarked
package dev.hookwarden.config;

import org.jspecify.annotations.NullMarked;
