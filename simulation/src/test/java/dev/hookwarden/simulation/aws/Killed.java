package dev.hookwarden.simulation.aws;

/** A function is gone: nothing of it runs any more, and no handler of exceptions either. */
public final class Killed extends Error {
    Killed(String why) {
        super(why, null, false, false);
    }
}
