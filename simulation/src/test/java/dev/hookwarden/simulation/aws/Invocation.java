package dev.hookwarden.simulation.aws;

import java.time.Instant;

/** One invocation of a function. */
public final class Invocation {
    private final String function;
    private final Instant deadline;
    private boolean troubled;
    private boolean heldUp;
    private Instant lastDescribed = Instant.MIN;

    /** @param deadline when Lambda kills it */
    public Invocation(String function, Instant deadline) {
        this.function = function;
        this.deadline = deadline;
    }

    String function() {
        return function;
    }

    void calls(Call call, Trouble trouble) {
        troubled |= trouble != Trouble.NONE;
        if (call.action().equals("DescribeSecret") && call.attempt() == 1) {
            lastDescribed = call.at();
        }
    }

    /** What ran within a call of this one took time of it. */
    void contained(Invocation other) {
        heldUp |= other.troubled || other.heldUp;
    }

    void dieWhenLate(Instant now) {
        if (now.isAfter(deadline)) {
            throw new Killed("The time of " + function + " is up");
        }
    }

    /** Whether anything went wrong with a call of it. */
    public boolean wasTroubled() {
        return troubled;
    }

    /** Whether anything went wrong with what ran while it waited, so that it may be late without any fault of its own. */
    public boolean wasHeldUp() {
        return heldUp;
    }

    /** When it last began to read a keyring. */
    public Instant lastDescribed() {
        return lastDescribed;
    }
}
