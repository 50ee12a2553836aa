package dev.hookwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.simulation.forgery.Forgeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The full quantities, and tables of what came of them in {@code simulation/target/proof}. Not part of the build: {@code simulation/run} starts
 * it. Fails, with the shortest story, if an invariant is broken.
 */
class ProofRun {
    private static final long SEED = Quantity.seed();
    private static final int DELIVERIES = Quantity.of("hookwarden.deliveries", 100_000);

    /** One in five is of a key that signs nothing. */
    private static final int ROTATIONS = Quantity.of("hookwarden.rotations", 1_250);

    private static final int FORGERIES = Quantity.of("hookwarden.forgeries", 1_000_000);

    private final long begun = System.nanoTime();

    private Report report() {
        return new Report(SEED, (System.nanoTime() - begun) / 1_000_000_000);
    }

    private static void write(String name, String markdown) throws IOException {
        Path folder = Path.of(System.getProperty("hookwarden.root"), "simulation", "target", "proof");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), markdown);
    }

    @Test
    void deliveriesThroughFaults() throws IOException {
        Result result = Runs.of(Scenario.faulty(SEED, DELIVERIES));

        Runs.assertClean(result, Parts.real());
        write("1-faults.md", report().faults(result));
    }

    @Test
    void rotationsUnderTraffic() throws IOException {
        Result result = Runs.of(Scenario.rotating(SEED, ROTATIONS));

        Runs.assertClean(result, Parts.real());
        write("2-rotations.md", report().rotations(result));
    }

    @Test
    void forgeriesAtEveryRoute() throws IOException {
        Forgeries forgeries = new Forgeries(SEED);

        assertThat(forgeries.acceptedPairs()).isEqualTo(forgeries.diagonal());
        Forgeries.Outcome outcome = forgeries.attempt(FORGERIES);
        assertThat(outcome.accepted()).isEmpty();
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.mostReads()).isLessThanOrEqualTo(2);
        write("3-forgeries.md", report().forgeries(outcome, forgeries.diagonal().size()));
    }
}
