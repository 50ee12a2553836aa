/**
 * Takes one defence after another out of the code and has the test run that must notice: {@link TakingAway}. What is taken out is in
 * {@code simulation/defences.txt}. Nothing here changes the checkout.
 */
@NullMarked
package dev.hookwarden.simulation.defence;

import org.jspecify.annotations.NullMarked;
