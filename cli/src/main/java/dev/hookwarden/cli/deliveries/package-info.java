/**
 * What arrived, what is dead, and sending it again. Entry: {@link dev.hookwarden.cli.deliveries.DeliveriesCommand}. Invariant: no payload is
 * printed.
 */
@NullMarked
package dev.hookwarden.cli.deliveries;

import org.jspecify.annotations.NullMarked;
