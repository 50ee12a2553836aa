/**
 * The function that rotates keys. Entry: {@link dev.hookwarden.rotation.RotationHandler}. Invariant: a key becomes current only after it
 * was tested; every step may be repeated, killed half-way, or run twice at once, and the rotation still converges.
 */
@NullMarked
package dev.hookwarden.rotation;

import org.jspecify.annotations.NullMarked;
