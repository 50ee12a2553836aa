/**
 * The product's own functions on one machine: an HTTP front in API Gateway's place, strict stand-ins in AWS's, simulated providers. Entry:
 * {@link dev.hookwarden.local.stack.LocalStack}. Invariant: what runs here between front and sink is the code that is deployed.
 */
@NullMarked
package dev.hookwarden.local.stack;

import org.jspecify.annotations.NullMarked;
