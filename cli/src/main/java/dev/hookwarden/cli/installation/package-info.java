/**
 * The way to an installation, local or on AWS. Entry: {@link dev.hookwarden.cli.installation.Connection}. Invariant: what AWS refuses is said
 * in words, with what to do next.
 */
@NullMarked
package dev.hookwarden.cli.installation;

import org.jspecify.annotations.NullMarked;
