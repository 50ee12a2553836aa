package dev.hookwarden.simulation;

import java.time.Duration;

/**
 * Something that happens from outside.
 *
 * @param at since the beginning
 * @param number tells it from every other of a run; what exactly happens follows from it and the seed
 */
record Action(Duration at, Kind kind, int number) {
    enum Kind {
        /** A provider sends a delivery. */
        DELIVER,
        /** A stranger sends a genuine request changed, or signed with a key that is not the route's. */
        FORGE,
        /** A stranger sends nonsense. */
        MALFORM,
        /** A person gets a new key from a provider and rotates. */
        ROTATE,
        /** Nothing of one AWS API works for a while. */
        OUTAGE,
        /** A person moves the dead letters back. */
        REDRIVE
    }

    @Override
    public String toString() {
        return at + " " + kind + " " + number;
    }
}
