/**
 * The operator's actions on keys, the same locally and on AWS. Entry: {@link dev.hookwarden.cli.keys.KeysCommand}. Invariant: no key is
 * printed, and a label is taken only off a version that is not current.
 */
@NullMarked
package dev.hookwarden.cli.keys;

import org.jspecify.annotations.NullMarked;
