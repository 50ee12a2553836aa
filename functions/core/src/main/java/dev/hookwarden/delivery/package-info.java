/**
 * A delivery and the form it travels in. Entry: {@link dev.hookwarden.delivery.Delivery}. Invariant: a delivery exists only after its
 * signature was verified.
 */
@NullMarked
package dev.hookwarden.delivery;

import org.jspecify.annotations.NullMarked;
