/**
 * The functions under faults, forgeries and rotations on a virtual clock. Entry: {@link dev.hookwarden.simulation.World}. Invariant: between the
 * gateway's event and the bus runs the code that is deployed, unchanged, and the same scenario always makes the same story.
 */
@NullMarked
package dev.hookwarden.simulation;

import org.jspecify.annotations.NullMarked;
