package dev.hookwarden.simulation.provider;

import dev.hookwarden.delivery.Payload;

/**
 * A delivery as its provider knows it.
 *
 * @param number tells it from every other of a run
 */
public record Sent(int number, ProviderSide provider, Payload payload, RetrySchedule schedule) {
    @Override
    public String toString() {
        return provider.id() + " #" + number;
    }
}
