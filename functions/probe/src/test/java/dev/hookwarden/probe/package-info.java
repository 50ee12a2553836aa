/** Runs of the probe on a clock that is moved by hand. */
@NullMarked
package dev.hookwarden.probe;

import org.jspecify.annotations.NullMarked;
