/**
 * What a command gets from outside. Entry: {@link dev.hookwarden.cli.surroundings.Surroundings}. Invariant: a key is typed without echo or
 * piped, and without a terminal nobody is asked.
 */
@NullMarked
package dev.hookwarden.cli.surroundings;

import org.jspecify.annotations.NullMarked;
