/**
 * The command line. Entry: {@link dev.hookwarden.cli.Hookwarden}. Invariant: a key is read from standard input or a prompt, never from an
 * argument, and never printed.
 */
@NullMarked
package dev.hookwarden.cli;

import org.jspecify.annotations.NullMarked;
