package dev.hookwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.simulation.judge.Tally;
import org.junit.jupiter.api.Test;

/** Small runs of the simulation, in every build; {@code simulation/run} makes the long ones. Another seed: {@code -Dhookwarden.seed}. */
class SimulationTest {
    private static final long SEED = Quantity.seed();

    @Test
    void nothingIsLostAndNothingForgedGetsIn() {
        Result result = Runs.of(Scenario.faulty(SEED, 800).withDeliveriesPerRotation(100));

        Runs.assertClean(result, Parts.real());
        Tally tally = result.tally();
        assertThat(tally.deliveries).isEqualTo(800);
        assertThat(tally.published).isGreaterThanOrEqualTo(tally.accepted);
        assertThat(tally.retiredKeysTried).isPositive();
        assertThat(result.troubles()).hasSizeGreaterThan(100);
    }

    @Test
    void keysRotateUnderTrafficWithoutARefusalWhileTheyOverlap() {
        Result result = Runs.of(Scenario.rotating(SEED, 15));

        Runs.assertClean(result, Parts.real());
        assertThat(result.counts()).containsEntry("rotations", 15L);
        assertThat(result.tally().refusedWithOverlap).isZero();
        assertThat(result.tally().accepted).isEqualTo(result.tally().deliveries);
    }

    @Test
    void theSameSeedMakesTheSameStory() {
        Scenario scenario = Scenario.faulty(SEED, 150).withDeliveriesPerRotation(50);

        assertThat(Runs.of(scenario).trace()).isEqualTo(Runs.of(scenario).trace());
    }
}
