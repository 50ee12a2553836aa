package dev.hookwarden.simulation;

import dev.hookwarden.simulation.aws.RandomTroubles;

/** Runs scenarios. */
final class Runs {
    private Runs() {}

    static Result of(Scenario scenario) {
        return of(scenario, Parts.real());
    }

    static Result of(Scenario scenario, Parts parts) {
        return new World(scenario, parts, new RandomTroubles(scenario.seed(), scenario.rates())).run(scenario.story());
    }

    /** Fails with the shortest story, if anything was that must not be. */
    static void assertClean(Result result, Parts parts) {
        if (!result.isClean()) {
            throw new AssertionError(Shrinking.story(result, parts));
        }
    }
}
