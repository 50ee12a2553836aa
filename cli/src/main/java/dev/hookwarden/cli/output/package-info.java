/**
 * How facts are printed. Entry: {@link dev.hookwarden.cli.output.Columns} for people, {@link dev.hookwarden.cli.output.JsonText} for
 * programs. Invariant: what is printed is given; nothing here reads anything.
 */
@NullMarked
package dev.hookwarden.cli.output;

import org.jspecify.annotations.NullMarked;
