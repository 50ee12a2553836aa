package dev.hookwarden.simulation.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.simulation.Quantity;
import dev.hookwarden.simulation.forgery.Forgeries.Outcome;
import org.junit.jupiter.api.Test;

/**
 * Invariants I3, I6, I8 and I12 at the edge: a hundred thousand forgeries in every build, a million by {@code simulation/run}. Another seed:
 * {@code -Dhookwarden.seed}.
 */
class ForgeriesTest {
    private static final long SEED = Quantity.seed();
    private static final int CASES = 100_000;

    @Test
    void areRefusedAndRaiseNoReads() {
        Outcome outcome = new Forgeries(SEED).attempt(CASES);

        assertThat(outcome.accepted()).as("seed %d", SEED).isEmpty();
        assertThat(outcome.faults()).as("seed %d", SEED).isEmpty();
        assertThat(outcome.stillGenuine()).as("some changes don't matter").isBetween(1L, CASES / 3L);
        // One early read, and one that was due.
        assertThat(outcome.mostReads()).isBetween(1, 2);
        assertThat(outcome.allReads()).isLessThanOrEqualTo(mostReads(outcome));
    }

    private static long mostReads(Outcome outcome) {
        return outcome.lasted().toSeconds() / 30 + outcome.lasted().toSeconds() / 270 + 2;
    }

    @Test
    void everyKeyOpensItsOwnRouteAlone() {
        Forgeries forgeries = new Forgeries(SEED);

        assertThat(forgeries.acceptedPairs()).isEqualTo(forgeries.diagonal());
    }
}
