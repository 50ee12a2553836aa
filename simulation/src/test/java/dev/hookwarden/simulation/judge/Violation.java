package dev.hookwarden.simulation.judge;

import java.time.Instant;

/** Something that must not be. */
public record Violation(Invariant invariant, Instant at, String what) {
    @Override
    public String toString() {
        return invariant + " (" + invariant.words() + ") at " + at + ": " + what;
    }
}
