/**
 * The whole story in one run, on the local stack. Entry: {@link dev.hookwarden.cli.demo.Demo}. Invariant: a line says what was seen, not
 * what was meant to be seen; it is right only when the two are equal.
 */
@NullMarked
package dev.hookwarden.cli.demo;

import org.jspecify.annotations.NullMarked;
