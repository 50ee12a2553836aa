/** Verification of signatures. */
@NullMarked
package dev.hookwarden.signing;

import org.jspecify.annotations.NullMarked;
