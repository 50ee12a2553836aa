package dev.hookwarden.simulation.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** The invocations under way, one within the other. */
public final class Invocations {
    private final Deque<Invocation> underWay = new ArrayDeque<>();

    /**
     * Runs a function.
     *
     * @throws Killed when it dies
     */
    public <T> T run(Invocation invocation, Supplier<T> function) {
        underWay.push(invocation);
        try {
            return function.get();
        } finally {
            underWay.pop();
            if (!underWay.isEmpty()) {
                underWay.element().contained(invocation);
            }
        }
    }

    /** The one that runs now. */
    public Invocation current() {
        return underWay.element();
    }
}
